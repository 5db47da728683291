-- Running cases are moved to another release by a plan that is tried first; what the tables and the engine say is compared.
create table migration (
  id            varchar(36)     not null primary key,
  procedure_key varchar(80)     not null,
  from_release  varchar(36)     not null references procedure_release (id),
  to_release    varchar(36)     not null references procedure_release (id),
  state         varchar(20)     not null,
  -- by process and activity of the old release the activity of the new one
  mapping       varchar(200000) not null,
  selection     varchar(200000) not null,
  created_at    timestamp with time zone not null,
  created_by    varchar(64)     not null,
  created_name  varchar(200)    not null,
  started_at    timestamp with time zone,
  started_by    varchar(64),
  started_name  varchar(200),
  ended_at      timestamp with time zone,
  -- the node that works on it, and until when the others leave it alone
  worker        varchar(64),
  worker_until  timestamp with time zone
);
create index migration_procedure on migration (procedure_key, created_at);
create index migration_state on migration (state);

-- One row for each case of a plan; what was typed as a code and is none stands here too.
create table migration_case (
  migration_id varchar(36) not null references migration (id),
  case_code    varchar(60) not null,
  office_id    varchar(40),
  place        varchar(400),
  verdict      varchar(20),
  state        varchar(20) not null,
  reasons      varchar(8000),
  done_at      timestamp with time zone,
  primary key (migration_id, case_code)
);
create index migration_case_state on migration_case (migration_id, state, case_code);
create index migration_case_code on migration_case (case_code);

-- Comparisons of our tables with the engine.
create table consistency_run (
  id           varchar(36) not null primary key,
  occasion     varchar(20) not null,
  -- one nightly run for all nodes
  nightly_on   date unique,
  migration_id varchar(36) references migration (id),
  started_at   timestamp with time zone not null,
  started_name varchar(200) not null,
  ended_at     timestamp with time zone,
  cases        integer not null,
  findings     integer not null
);
create index consistency_run_started on consistency_run (started_at);

create table consistency_finding (
  run_id     varchar(36)  not null references consistency_run (id),
  seq        integer      not null,
  case_code  varchar(255) not null,
  code       varchar(60)  not null,
  arguments  varchar(4000) not null,
  process_id varchar(64),
  primary key (run_id, seq)
);
create index case_file_release on case_file (release_id, closed_at);
