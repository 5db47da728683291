-- What a case comes to: the lines of the calculation, what is granted, and the first money that follows.
create table calculation_line (
  id           varchar(36)  not null primary key,
  case_code    varchar(60)  not null references case_file (code),
  seq          integer      not null,
  benefit      varchar(60)  not null,
  label        varchar(500) not null,
  rate_code    varchar(60),
  as_of        date,
  unit_amount  bigint       not null,
  quantity     decimal(12, 4) not null,
  amount       bigint       not null,
  periodicity  varchar(20)  not null,
  first_period varchar(7)   not null,
  periods      integer      not null,
  claim_key    varchar(200),
  recipient    varchar(200),
  legal_basis  varchar(500) not null,
  confidence   varchar(1)   not null,
  note         varchar(1000),
  final_line   boolean      not null,
  unique (case_code, seq)
);

create table entitlement (
  id              varchar(36)  not null primary key,
  case_code       varchar(60)  not null references case_file (code),
  benefit         varchar(60)  not null,
  label           varchar(500) not null,
  claim_key       varchar(200),
  -- filled while the entitlement runs on; the law grants such a thing to one holder at a time
  active_key      varchar(200) unique,
  recipient       varchar(200) not null,
  person_id       varchar(36),
  amount          bigint       not null,
  periodicity     varchar(20)  not null,
  first_period    varchar(7)   not null,
  last_period     varchar(7),
  decision_number varchar(60),
  decided_on      date,
  ended_on        date,
  end_reason      varchar(500)
);
create index entitlement_case on entitlement (case_code);
create index entitlement_person on entitlement (person_id);

-- One row for each period that a claim covers: the same thing is never granted twice for one period.
create table entitlement_period (
  claim_key      varchar(200) not null,
  period         varchar(7)   not null,
  entitlement_id varchar(36)  not null references entitlement (id),
  primary key (claim_key, period)
);

create table payment_line (
  id             varchar(36)  not null primary key,
  entitlement_id varchar(36)  not null references entitlement (id),
  case_code      varchar(60)  not null references case_file (code),
  period         varchar(7)   not null,
  recipient      varchar(200) not null,
  amount         bigint       not null,
  method         varchar(20)  not null,
  account        varchar(200),
  state          varchar(20)  not null,
  created_at     timestamp with time zone not null,
  unique (entitlement_id, period)
);
