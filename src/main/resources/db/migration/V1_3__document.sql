-- Papers received and documents drawn up: bytes kept once by checksum, numbers without gaps or doubles.

create table stored_file (
  sha256 varchar(64) not null primary key,
  size bigint not null,
  media_type varchar(100) not null,
  created_at timestamp with time zone not null
);

-- pieces of at most 512 KB, so that no statement carries a whole file
create table file_chunk (
  sha256 varchar(64) not null references stored_file (sha256),
  seq integer not null,
  bytes bytea not null,
  primary key (sha256, seq)
);

create table paper (
  id uuid not null primary key,
  case_code varchar(60),
  kind varchar(100),
  file_name varchar(150) not null,
  media_type varchar(100) not null,
  size bigint not null,
  sha256 varchar(64) not null references stored_file (sha256),
  copy_kind varchar(20),
  quantity integer not null,
  note varchar(1000),
  uploaded_by varchar(100) not null,
  uploaded_at timestamp with time zone not null,
  attached_at timestamp with time zone,
  withdrawn boolean not null
);
create index paper_case on paper (case_code, uploaded_at);
create index paper_file on paper (sha256);
create index paper_unattached on paper (attached_at, uploaded_at);

create table document (
  id uuid not null primary key,
  case_code varchar(60),
  list_id varchar(60),
  kind varchar(100) not null,
  name varchar(500) not null,
  form_number varchar(100),
  series varchar(60) not null,
  number integer,
  number_year integer,
  symbol varchar(100),
  office_id varchar(100) not null,
  status varchar(20) not null,
  signer_login varchar(100),
  signer_name varchar(200),
  signed_at timestamp with time zone,
  issued_at timestamp with time zone,
  issued_on date,
  template varchar(200) not null,
  template_sha256 varchar(64) not null references stored_file (sha256),
  model varchar(1000000) not null,
  pdf_sha256 varchar(64) not null references stored_file (sha256),
  word_sha256 varchar(64) references stored_file (sha256),
  created_by varchar(100) not null,
  created_at timestamp with time zone not null,
  constraint document_number unique (office_id, series, number_year, number)
);
create index document_case on document (case_code, created_at);
create index document_list on document (list_id);
create index document_pdf on document (pdf_sha256);
create index document_word on document (word_sha256);
create index document_template on document (template_sha256);

-- the row is locked from taking a number until the commit of the issue
create table number_register (
  office_id varchar(100) not null,
  series varchar(60) not null,
  number_year integer not null,
  last_number integer not null,
  primary key (office_id, series, number_year)
);
