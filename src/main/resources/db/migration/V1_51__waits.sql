-- Since when a case only waits for others, and by when they should have answered: lists of what stands still ask no
-- task for that.
alter table case_file add column waits_since timestamp with time zone;
alter table case_file add column answer_due_on date;
update case_file set waits_since = (select min(w.created_at) from work_item w where w.case_code = case_file.code)
  where closed_at is null and exists (select 1 from work_item w where w.case_code = case_file.code)
    and not exists (select 1 from work_item w where w.case_code = case_file.code and not w.waiting);
update case_file set answer_due_on = (select min(w.due_on) from work_item w where w.case_code = case_file.code)
  where waits_since is not null;
