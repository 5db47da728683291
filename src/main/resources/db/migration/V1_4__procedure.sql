-- Which releases of a procedure folder exist and which one new cases start with; the files live with the engine.
create table procedure_release (
  id varchar(36) not null primary key,
  procedure_key varchar(64) not null,
  code varchar(64) not null,
  name_vi varchar(500) not null,
  version integer not null,
  deployment_id varchar(64),
  source varchar(20) not null,
  checksum varchar(64) not null,
  active boolean not null,
  -- the procedure's key while active, null otherwise: one active release per procedure
  active_key varchar(64),
  created_at timestamp with time zone not null,
  created_by varchar(64) not null,
  constraint procedure_release_version unique (procedure_key, version),
  constraint procedure_release_active unique (active_key)
);
create index procedure_release_deployment on procedure_release (deployment_id);
