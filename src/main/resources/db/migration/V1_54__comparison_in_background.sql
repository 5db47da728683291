-- Comparisons by hand run in the background, one at a time; a rehearsal of a release is begun once, on whatever node.
alter table consistency_run add column total integer default 0 not null;
-- last sign of life of the node that compares; null once it is over or was given up
alter table consistency_run add column beat_at timestamp with time zone;
-- set while all open cases are compared
alter table consistency_run add column running varchar(10);
alter table consistency_run add constraint consistency_run_one unique (running);

-- the release, until the rehearsal is over
alter table rehearsal add column open_release varchar(36);
alter table rehearsal add constraint rehearsal_one_open unique (open_release);
