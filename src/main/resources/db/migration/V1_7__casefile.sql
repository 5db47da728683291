-- The case and everything that is written down about its way: who said what, who handed it to whom, what was done.
create table case_file (
  code               varchar(60)  not null primary key,
  procedure_key      varchar(80)  not null,
  release_id         varchar(36)  not null,
  variant            varchar(60),
  owner_person_id    varchar(36),
  owner_name         varchar(200) not null,
  owner_folded       varchar(200) not null,
  owner_id_number    varchar(20),
  owner_phone        varchar(30),
  submitter_name     varchar(200),
  subject_kind       varchar(20),
  subject_id         varchar(36),
  subject_key        varchar(120),
  subject_name       varchar(200),
  subject_folded     varchar(200),
  duplicate_key      varchar(200),
  receiving_office   varchar(40)  not null,
  commune            varchar(40)  not null,
  office             varchar(40)  not null,
  level_code         varchar(20)  not null,
  state              varchar(30)  not null,
  step               varchar(80),
  step_name          varchar(200),
  application        varchar(200000) not null,
  result             varchar(30),
  received_at        timestamp with time zone not null,
  received_on        date         not null,
  due_on             date,
  step_due_on        date,
  paused             boolean      not null,
  closed_at          timestamp with time zone,
  register_row       integer      not null,
  lookup_secret      varchar(40)  not null,
  created_by         varchar(80)  not null,
  version            integer      not null
);
create index case_file_owner on case_file (owner_folded);
create index case_file_subject on case_file (subject_folded);
create index case_file_id_number on case_file (owner_id_number);
create index case_file_duplicate on case_file (duplicate_key);
create index case_file_office on case_file (office, state, step_due_on);
create index case_file_receiving on case_file (receiving_office, received_on);

create table case_code_counter (
  office_id   varchar(40) not null,
  day_code    varchar(8)  not null,
  last_number integer     not null,
  primary key (office_id, day_code)
);

create table statement (
  id            varchar(36)  not null primary key,
  case_code     varchar(60)  not null references case_file (code),
  seq           integer      not null,
  step          varchar(80)  not null,
  step_name     varchar(200) not null,
  phase         varchar(20)  not null,
  actor         varchar(80)  not null,
  actor_name    varchar(200) not null,
  office_id     varchar(40)  not null,
  stated_at     timestamp with time zone not null,
  outcome       varchar(60)  not null,
  outcome_label varchar(200) not null,
  reason_code   varchar(80),
  reason        varchar(4000),
  details       varchar(20000),
  data          varchar(200000),
  unique (case_code, seq)
);

create table hand_over (
  id            varchar(36)  not null primary key,
  case_code     varchar(60)  not null references case_file (code),
  seq           integer      not null,
  step          varchar(80)  not null,
  step_name     varchar(200) not null,
  from_office   varchar(40)  not null,
  giver         varchar(80),
  giver_name    varchar(200),
  to_office     varchar(40),
  receiver      varchar(80),
  receiver_name varchar(200),
  handed_at     timestamp with time zone not null,
  received_at   timestamp with time zone,
  result        varchar(20),
  note          varchar(2000),
  unique (case_code, seq)
);

create table case_action (
  id            varchar(36)  not null primary key,
  case_code     varchar(60)  not null references case_file (code),
  seq           integer      not null,
  done_at       timestamp with time zone not null,
  actor         varchar(80)  not null,
  actor_name    varchar(200) not null,
  office_id     varchar(40),
  action        varchar(60)  not null,
  summary       varchar(1000) not null,
  previous_hash varchar(64)  not null,
  hash          varchar(64)  not null,
  unique (case_code, seq)
);

create table idempotency_key (
  id            varchar(80)  not null primary key,
  actor         varchar(80)  not null,
  fingerprint   varchar(64)  not null,
  answer        varchar(20000) not null,
  created_at    timestamp with time zone not null
);

create table received_paper (
  case_code     varchar(60)  not null references case_file (code),
  kind          varchar(80)  not null,
  received      boolean      not null,
  copy_kind     varchar(20)  not null,
  quantity      integer      not null,
  note          varchar(1000),
  primary key (case_code, kind)
);

create table supplement_request (
  id            varchar(36)  not null primary key,
  case_code     varchar(60)  not null references case_file (code),
  seq           integer      not null,
  requested_by  varchar(80)  not null,
  requested_at  timestamp with time zone not null,
  step          varchar(80)  not null,
  items         varchar(20000) not null,
  reason        varchar(4000),
  answered_at   timestamp with time zone,
  unique (case_code, seq)
);

create table submission_list (
  id            varchar(36)  not null primary key,
  procedure_key varchar(80)  not null,
  step          varchar(80)  not null,
  office_id     varchar(40)  not null,
  created_by    varchar(80)  not null,
  created_at    timestamp with time zone not null
);
create index submission_list_office on submission_list (office_id, created_at);
create table submission_list_item (
  list_id   varchar(36) not null references submission_list (id),
  case_code varchar(60) not null references case_file (code),
  position  integer     not null,
  primary key (list_id, position),
  unique (list_id, case_code)
);
create index submission_list_item_case on submission_list_item (case_code);
