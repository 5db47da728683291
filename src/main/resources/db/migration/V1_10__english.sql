-- The ledger and the log say what happened in both languages; lines written before have Vietnamese only.
alter table deadline_entry add column explanation_en varchar(4000);
alter table case_action add column summary_en varchar(1000);
