-- Somebody stands in for an absent colleague for some days, and what they do meanwhile says so: "A for B".
create table substitution (
  id         varchar(36)  not null primary key,
  office_id  varchar(40)  not null,
  absentee   varchar(100) not null,
  substitute varchar(100) not null,
  first_day  date         not null,
  last_day   date         not null,
  reason     varchar(500) not null,
  entered_by varchar(100) not null,
  entered_at timestamp with time zone not null,
  ended_by   varchar(100),
  ended_at   timestamp with time zone,
  constraint substitution_days check (last_day >= first_day),
  constraint substitution_people check (absentee <> substitute)
);
create index substitution_office on substitution (office_id, last_day);

-- the one for whom it was done; null when somebody acted in their own right
alter table case_action add column for_actor varchar(100);
alter table case_action add column for_name varchar(200);
alter table statement add column for_name varchar(200);
alter table hand_over add column giver_for varchar(200);
alter table hand_over add column receiver_for varchar(200);
