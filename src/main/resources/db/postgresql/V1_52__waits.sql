-- What stands longest is found without reading cases or tasks; open tasks of an office come in their order.
create index case_file_waits on case_file (waits_since, code)
  include (receiving_office, office, procedure_key, state, answer_due_on)
  where closed_at is null and waits_since is not null;
drop index case_file_open_moved;
create index case_file_open_moved on case_file ((coalesce(moved_at, received_at)), code)
  include (receiving_office, office, procedure_key, limit_on) where closed_at is null and waits_since is null;
drop index work_item_waiting;
drop index work_item_waiting_case;
create index work_item_office_order on work_item (office_id, waiting, due_on, created_at, task_id) include (case_code);

-- Lists of what is late or due soon know from the index alone whether the clock runs.
drop index case_file_open_limit;
create index case_file_open_limit on case_file (limit_on, code)
  include (receiving_office, office, procedure_key, paused) where closed_at is null;
drop index case_file_open_received;
create index case_file_open_received on case_file (received_on, code)
  include (receiving_office, office, procedure_key, limit_on, paused) where closed_at is null;

-- The page of a list in any order without reading cases that are not on it.
drop index case_file_open;
create index case_file_open on case_file (receiving_office, office, procedure_key, level_code, step, paused, limit_on,
  received_on, code) include (owner_folded) where closed_at is null;
drop index case_file_open_office;
create index case_file_open_office on case_file (office, receiving_office, procedure_key, level_code, step, paused,
  limit_on, received_on, code) include (owner_folded, due_on, state) where closed_at is null;
