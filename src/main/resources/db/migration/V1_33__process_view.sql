-- Supervisors see where in the diagram cases stand, how long its tasks took, and what stands still.
-- Tasks that were open before have no place; they are counted as standing nowhere in the diagram.
alter table work_item add column place varchar(400);
alter table work_item add column process_id varchar(64);

-- When something was last said or handed on, so that nobody has to search for it case by case.
alter table case_file add column moved_at timestamp with time zone;
update case_file set moved_at = (select max(s.stated_at) from statement s where s.case_code = case_file.code);

-- One row for each task that was done.
create table work_done (
  task_id   varchar(64)  not null primary key,
  case_code varchar(60)  not null,
  place     varchar(400) not null,
  office_id varchar(40)  not null,
  begun_on  date         not null,
  done_on   date         not null
);
create index work_done_case on work_done (case_code);
create index work_done_office on work_done (office_id, done_on);
create index work_done_done on work_done (done_on);

-- One row for each job that the engine has given up.
create table failed_job (
  job_id     varchar(64)  not null primary key,
  case_code  varchar(60)  not null,
  process_id varchar(64)  not null,
  name       varchar(300) not null,
  failed_at  timestamp with time zone not null
);
create index failed_job_case on failed_job (case_code);
