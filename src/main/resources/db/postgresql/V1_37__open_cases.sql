-- Few of all cases are open, and lists and figures are mostly about these: small indexes of their own, which H2 does
-- not know. The first answers the figures without reading the cases, the others give the first rows of a list.
create index case_file_open on case_file (receiving_office, office, procedure_key, level_code, step, paused, limit_on,
  received_on, code) where closed_at is null;
create index case_file_open_office on case_file (office, receiving_office, procedure_key, level_code, step, paused,
  limit_on, received_on, code) where closed_at is null;
create index case_file_open_limit on case_file (limit_on, code) include (receiving_office, office, procedure_key)
  where closed_at is null;
create index case_file_open_received on case_file (received_on, code) include (receiving_office, office, procedure_key)
  where closed_at is null;
create index case_file_open_owner on case_file (owner_folded, code) include (limit_on, paused) where closed_at is null;
create index statement_return on statement (stated_at, case_code) where outcome = 'RETURN';
create index case_file_open_late on case_file (step_due_on, code) where closed_at is null and not paused;
drop index hand_over_handed;
create index hand_over_handed on hand_over (handed_at) include (procedure_key, step, result, began_on, ended_on,
  case_code);
drop index hand_over_office;
create index hand_over_office on hand_over (from_office, handed_at) include (procedure_key, step, result, began_on,
  ended_on, case_code);

-- Names are searched by what they contain. A server that lacks the extension, or a user who may not add it, goes
-- without: searches of large offices then read all their cases.
do $$
begin
  create extension if not exists pg_trgm with schema public;
  create index case_file_owner_like on case_file using gin (owner_folded public.gin_trgm_ops);
  create index case_file_subject_like on case_file using gin (subject_folded public.gin_trgm_ops);
  create index case_file_code_like on case_file using gin (lower(code) public.gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
  raise notice 'pg_trgm is not available, searches by name go without an index';
end $$;
