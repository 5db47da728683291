-- People, martyrs and their relatives: what offices look up before they believe an application.
create table person (
  id varchar(36) not null primary key,
  full_name varchar(200) not null,
  name_folded varchar(200) not null,
  -- yyyy or yyyy-MM-dd: old files often have a year only
  date_of_birth varchar(10),
  birth_year integer,
  gender varchar(20),
  id_type varchar(20),
  id_number varchar(20),
  id_issue_date date,
  id_issue_place varchar(200),
  home_town varchar(500),
  home_town_folded varchar(500),
  residence_province varchar(200),
  residence_commune varchar(200),
  residence_detail varchar(500),
  office_id varchar(40),
  phone varchar(20),
  email varchar(200),
  date_of_death date,
  category varchar(60),
  injury_percent integer,
  file_number varchar(60),
  monthly_allowance boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint person_id_number unique (id_number)
);
create index person_name on person (name_folded);
create index person_office on person (office_id);

-- one row per word of a name: an index finds a word by its beginning, wherever it stands in the name
create table person_word (
  person_id varchar(36) not null references person (id),
  word varchar(60) not null,
  primary key (person_id, word)
);
create index person_word_word on person_word (word, person_id);

create table martyr (
  id varchar(36) not null primary key,
  full_name varchar(200) not null,
  name_folded varchar(200) not null,
  gender varchar(20),
  date_of_birth varchar(10),
  home_town varchar(500),
  home_town_folded varchar(500),
  certificate_number varchar(60),
  -- capitals and digits only, for comparison
  certificate_key varchar(60),
  certificate_decision_number varchar(60),
  certificate_decision_date date,
  certificate_issuer varchar(200),
  date_of_sacrifice varchar(10),
  rank_or_position varchar(200),
  unit varchar(300),
  file_symbol varchar(60),
  -- id of an office, or the name of another province
  file_held_by varchar(200),
  managing_office_id varchar(40),
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  -- a certificate belongs to one martyr
  constraint martyr_certificate unique (certificate_key)
);
create index martyr_name on martyr (name_folded, home_town_folded);

-- words of name and home town
create table martyr_word (
  martyr_id varchar(36) not null references martyr (id),
  word varchar(60) not null,
  primary key (martyr_id, word)
);
create index martyr_word_word on martyr_word (word, martyr_id);

create table kinship (
  id varchar(36) not null primary key,
  martyr_id varchar(36) references martyr (id),
  deceased_person_id varchar(36) references person (id),
  person_id varchar(36) references person (id),
  position integer not null,
  full_name varchar(200) not null,
  birth_year integer,
  death_year integer,
  relationship varchar(60) not null,
  residence varchar(500),
  -- case in which it was declared; null = from the original file
  source_case varchar(64)
);
create index kinship_martyr on kinship (martyr_id);
create index kinship_deceased on kinship (deceased_person_id);
create index kinship_person on kinship (person_id);

create table original_file (
  id varchar(36) not null primary key,
  symbol varchar(60),
  holder_kind varchar(20) not null,
  person_id varchar(36) references person (id),
  martyr_id varchar(36) references martyr (id),
  held_by_office varchar(200) not null,
  opened_on date,
  -- exactly one original file per meritorious person (NĐ 131/2021/NĐ-CP, Điều 126.5)
  constraint original_file_person unique (person_id),
  constraint original_file_martyr unique (martyr_id)
);

create table worship_holder (
  id varchar(36) not null primary key,
  martyr_id varchar(36) not null references martyr (id),
  person_id varchar(36) references person (id),
  office_id varchar(40),
  name varchar(200) not null,
  decision_number varchar(60),
  decision_date date,
  first_year integer not null,
  ended_on date,
  case_code varchar(64),
  -- id of the martyr while the holder is in charge, null afterwards: one worshipper per martyr
  current_key varchar(36),
  constraint worship_holder_current unique (current_key)
);
create index worship_holder_martyr on worship_holder (martyr_id);
create index worship_holder_person on worship_holder (person_id);
create index worship_holder_case on worship_holder (case_code);
