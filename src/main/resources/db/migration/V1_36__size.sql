-- Figures and queues of an office must not grow with all that the province has: what they count by stands in the row
-- that they count, and no longer in the ledger.
alter table case_file add column limit_on date;
alter table case_file add column result_on date;
alter table case_file add column result_due_on date;
update case_file set
  result_on = (select e.happened_on from deadline_entry e where e.case_code = case_file.code and e.kind = 'DECIDED'
    and e.seq = (select min(f.seq) from deadline_entry f where f.case_code = case_file.code and f.kind = 'DECIDED')),
  result_due_on = (select e.case_due_on from deadline_entry e where e.case_code = case_file.code and e.kind = 'DECIDED'
    and e.seq = (select min(f.seq) from deadline_entry f where f.case_code = case_file.code and f.kind = 'DECIDED'));
update case_file set limit_on = case when step_due_on is null and result_on is null then due_on else step_due_on end;
create index case_file_result on case_file (result_on);
create index case_file_receiving_result on case_file (receiving_office, result_on);
create index case_file_office_result on case_file (office, result_on);
create index case_file_received on case_file (received_on);
create index case_file_newest on case_file (received_at, code);
create index payment_line_created on payment_line (created_at);

alter table hand_over add column procedure_key varchar(80);
alter table hand_over add column began_on date;
alter table hand_over add column ended_on date;
update hand_over set
  procedure_key = (select c.procedure_key from case_file c where c.code = hand_over.case_code),
  began_on = (select max(b.happened_on) from deadline_entry b where b.case_code = hand_over.case_code
    and b.step = hand_over.step and b.kind in ('STEP_OPENED', 'RESUMED') and b.happened_at <= hand_over.handed_at),
  ended_on = (select max(b.happened_on) from deadline_entry b where b.case_code = hand_over.case_code
    and b.step = hand_over.step and b.kind = 'STEP_CLOSED' and b.happened_at <= hand_over.handed_at);
alter table hand_over alter column procedure_key set not null;

-- A queue is read from its index alone: whom a task is for, where it stands, and what it is sorted by.
alter table work_item_group add column place varchar(10) default 'QUEUE' not null;
alter table work_item_group add column sort_on date default date '9999-12-31' not null;
alter table work_item_group add column created_at timestamp with time zone;
update work_item_group set
  place = (select case when w.waiting then 'WAITING' when w.assignee is null then 'QUEUE' else 'TAKEN' end
    from work_item w where w.task_id = work_item_group.task_id),
  sort_on = (select coalesce(w.due_on, date '9999-12-31') from work_item w where w.task_id = work_item_group.task_id),
  created_at = (select w.created_at from work_item w where w.task_id = work_item_group.task_id);
alter table work_item_group alter column created_at set not null;
create index work_item_group_queue on work_item_group (group_id, place, sort_on, created_at, task_id);
