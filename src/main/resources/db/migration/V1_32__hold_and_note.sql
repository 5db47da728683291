-- Heads hold a case back for a while, supervisors write notes to who works on it; both stay readable when they are over.
alter table case_file add column held boolean default false not null;

create table case_hold (
  id            varchar(36)  not null primary key,
  case_code     varchar(60)  not null references case_file (code),
  seq           integer      not null,
  office_id     varchar(40)  not null,
  held_by       varchar(80)  not null,
  held_by_name  varchar(200) not null,
  held_at       timestamp with time zone not null,
  reason        varchar(500) not null,
  ended_by      varchar(80),
  ended_by_name varchar(200),
  ended_at      timestamp with time zone,
  end_reason    varchar(500),
  unique (case_code, seq)
);

create table case_note (
  id               varchar(36)   not null primary key,
  case_code        varchar(60)   not null references case_file (code),
  seq              integer       not null,
  writer           varchar(80)   not null,
  writer_name      varchar(200)  not null,
  writer_office    varchar(40)   not null,
  written_at       timestamp with time zone not null,
  -- null where everybody of the office is meant
  addressee        varchar(80),
  addressee_name   varchar(200),
  addressee_office varchar(40)   not null,
  words            varchar(1000) not null,
  read_by          varchar(80),
  read_by_name     varchar(200),
  read_at          timestamp with time zone,
  unique (case_code, seq)
);
create index case_note_addressee on case_note (addressee, read_at);
create index case_note_office on case_note (addressee_office, read_at);
-- the few cases that are held, among all
create index case_file_held on case_file (held, office);
