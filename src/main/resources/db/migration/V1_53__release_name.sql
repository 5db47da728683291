-- Administrators read the names of procedures in English too; older rows go without.
alter table procedure_release add column name_en varchar(500);
