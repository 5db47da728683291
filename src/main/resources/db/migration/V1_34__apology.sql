-- One working day before a promise is broken an apology waits for the head; one per promise, whoever drafts it first.
create table apology (
  id            varchar(36)  not null primary key,
  case_code     varchar(60)  not null references case_file (code),
  promised_on   date         not null,
  new_day       date         not null,
  reason_code   varchar(80),
  reason        varchar(2000),
  state         varchar(20)  not null,
  made_at       timestamp with time zone not null,
  changed_at    timestamp with time zone not null,
  changed_by    varchar(80)  not null,
  changed_name  varchar(200) not null,
  note          varchar(2000),
  version       integer      not null,
  unique (case_code, promised_on)
);
create index apology_state on apology (state, case_code);
-- Open cases by the day promised: what is due tomorrow is found without those that ended long ago.
create index case_file_open_due on case_file (closed_at, due_on);
-- Results of some months, for the forecast, without reading the ledger of all cases.
create index deadline_entry_kind on deadline_entry (kind, happened_on);
