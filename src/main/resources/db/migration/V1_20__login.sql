-- Log-ins: sessions that all nodes share (the tables of Spring Session), tries of passwords, known browsers.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

-- who tried when, only as fingerprints
create table login_tally (
  subject varchar(64)  not null primary key,
  moments varchar(400) not null,
  last_at timestamp with time zone not null
);
create index login_tally_last on login_tally (last_at);

create table known_device (
  id      varchar(64) not null primary key,
  device  varchar(64) not null,
  seen_at timestamp with time zone not null
);
create index known_device_device on known_device (device);
create index known_device_seen on known_device (seen_at);
