-- Reports of offices: by which day which is owed, what was written and counted, and what somebody answers for.
create table report_rule (
  code              varchar(40)  not null primary key,
  seq               integer      not null,
  name_vi           varchar(200) not null,
  name_en           varchar(200) not null,
  period            varchar(10)  not null,
  -- month and day, such as 01-01; no plan names them, an admin may set others
  first_day         varchar(5)   not null,
  last_day          varchar(5)   not null,
  period_confidence varchar(1)   not null,
  -- who owes it by a day, and the day it has to be there before
  level_code        varchar(20)  not null,
  due_before        varchar(5)   not null,
  plan_year         integer      not null,
  source            varchar(500) not null,
  confidence        varchar(1)   not null
);

create table office_report (
  id           varchar(36)  not null primary key,
  rule_code    varchar(40)  not null,
  report_year  integer      not null,
  office_id    varchar(40)  not null,
  -- 1, then 2 and so on for what was corrected
  edition      integer      not null,
  first_on     date         not null,
  last_on      date         not null,
  addressee    varchar(300) not null,
  results      varchar(10000) not null,
  difficulties varchar(10000) not null,
  proposals    varchar(10000) not null,
  others       varchar(10000) not null,
  written_by   varchar(80)  not null,
  written_at   timestamp with time zone not null,
  -- the rest is empty until somebody answers for the figures
  figures      varchar(1000000),
  checksum     varchar(64),
  frozen_by    varchar(80),
  frozen_name  varchar(200),
  frozen_at    timestamp with time zone,
  frozen_on    date,
  document_id  uuid,
  symbol       varchar(100),
  version      integer      not null,
  unique (rule_code, report_year, office_id, edition)
);
create index office_report_office on office_report (office_id, report_year);

-- The cases behind the figures of a frozen report, each with the lines that it counts in.
create table report_case (
  report_id     varchar(36)  not null references office_report (id),
  case_code     varchar(60)  not null,
  procedure_key varchar(80)  not null,
  office_id     varchar(40)  not null,
  counted       varchar(600) not null,
  primary key (report_id, case_code)
);

-- The tracking book of an office for some days, as it was when its head closed it; only ever added to.
create table book_closing (
  id          varchar(36)  not null primary key,
  office_id   varchar(40)  not null,
  first_on    date         not null,
  last_on     date         not null,
  lines       integer      not null,
  checksum    varchar(64)  not null,
  closed_by   varchar(80)  not null,
  closed_name varchar(200) not null,
  closed_at   timestamp with time zone not null,
  unique (office_id, first_on, last_on)
);

create table book_line (
  closing_id varchar(36)   not null references book_closing (id),
  seq        integer       not null,
  content    varchar(2000) not null,
  primary key (closing_id, seq)
);
