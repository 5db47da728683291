-- Open tasks as people list them, fed by the engine in its own transaction: lists never query the engine.
create table work_item (
  task_id       varchar(64)  not null primary key,
  case_code     varchar(60)  not null,
  procedure_key varchar(80)  not null,
  step          varchar(80)  not null,
  phase         varchar(20)  not null,
  name          varchar(300) not null,
  level_code    varchar(20)  not null,
  office_id     varchar(40)  not null,
  assignee      varchar(80),
  created_at    timestamp with time zone not null,
  due_on        date,
  owner_name    varchar(200) not null,
  waiting       boolean      not null,
  -- what the officer proposed to whoever checks or signs
  proposal      varchar(60)
);
create index work_item_assignee on work_item (assignee, due_on);
create index work_item_case on work_item (case_code);
create index work_item_office on work_item (office_id, due_on);

create table work_item_group (
  task_id  varchar(64)  not null references work_item (task_id) on delete cascade,
  group_id varchar(120) not null,
  primary key (group_id, task_id)
);
create index work_item_group_task on work_item_group (task_id);

-- Files of a procedure release, so that a running case finds what it began with without asking the engine.
create table release_file (
  release_id varchar(36)  not null,
  name       varchar(200) not null,
  seq        integer      not null,
  bytes      bytea        not null,
  primary key (release_id, name, seq)
);
