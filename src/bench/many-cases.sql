-- Multiplies the cases of a demo database on PostgreSQL, so that lists and dashboards can be measured at the size of a
-- province: each copy is shaped like a case that really went through the application, in our tables and, while it is
-- open, in the engine's. Copies are spread over 220 communes in 11 divisions and over time. What no list or figure reads
-- (log, papers, documents) is left out, and so are long texts of finished cases. For measuring only: the hash chains
-- and files of copies do not hold.
create schema if not exists bench;
set search_path = bench, trian, public;
set synchronous_commit = off;

-- Tree: the communes of the demo and as many more as a province has.
create or replace function bench.plant() returns void language plpgsql as $$
begin
  create table bench.commune as
    select row_number() over (order by o.office_id) - 1 as n, o.office_id as commune, o.parent_id as division
    from trian.office o where o.level = 'COMMUNE' and o.valid_to is null and o.parent_id <> 'so';
  insert into trian.office (office_id, name, short_name, level, kind, parent_id, abbreviation, place,
      identification_code, valid_from, confidence)
    select 'huyen' || d, 'Phòng LĐTBXH huyện đo lường ' || d, 'Huyện đo lường ' || d, level, kind, parent_id,
      abbreviation, place, '000.' || (50 + d) || '.00.H37', valid_from, confidence
    from trian.office, generate_series(1, 9) d where office_id = 'tpls' and valid_to is null;
  insert into bench.commune
    select (select count(*) from bench.commune) + row_number() over (order by d, x) - 1, 'xa' || d || '-' || x,
      case when d <= 9 then 'huyen' || d when d = 10 then 'tpls' else 'caoloc' end
    from generate_series(1, 11) d, generate_series(1, 22) x
    limit 220 - (select count(*) from bench.commune);
  insert into trian.office (office_id, name, short_name, level, kind, parent_id, abbreviation, place,
      identification_code, valid_from, confidence)
    select c.commune, 'UBND xã đo lường ' || c.n, 'Xã đo lường ' || c.n, o.level, o.kind, c.division,
      o.abbreviation, o.place, '000.' || (100 + c.n) || '.00.H37', o.valid_from, o.confidence
    from bench.commune c, trian.office o
    where o.office_id = 'dongkinh' and o.valid_to is null and c.commune like 'xa%';
  create unique index on bench.commune (n);
end $$;

-- The office of a copy that stands where an office of the original stood.
create or replace function bench.at(office text, commune text, division text) returns text language sql immutable as $$
  select case when office is null or office like 'so%' then office
    when office in ('tpls', 'caoloc') then division else commune end
$$;

create or replace function bench.id(id text, n int) returns text language sql immutable as $$
  select case when id is null then null else md5(id || '-' || n)::uuid::text end
$$;

-- Copies the rows of one table that belong to the originals.
--   belongs: joins the rows t of the originals to the copies k
create or replace function bench.rows(source regclass, finished boolean, belongs text)
returns void language plpgsql as $$
declare
  columns text;
  expressions text;
begin
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum), string_agg(case
      when a.attname in ('case_code') or source = 'trian.case_file'::regclass and a.attname = 'code' then 'k.code'
      when a.attname = 'business_key_' then 'case when t.business_key_ is null then null else k.code end'
      when a.attname in ('receiving_office', 'commune', 'office', 'from_office', 'to_office', 'office_id')
        then format('bench.at(t.%I, k.commune, k.division)', a.attname)
      when a.attname in ('group_id', 'group_id_') then format(
        'split_part(t.%1$I, ''-'', 1) || ''-'' || bench.at(substr(t.%1$I, position(''-'' in t.%1$I) + 1), k.commune, '
        'k.division)', a.attname)
      when a.attname in ('active_key', 'duplicate_key', 'bytearray_id_', 'exception_stack_id_', 'claim_key')
        then 'null'
      when finished and a.attname in ('explanation', 'explanation_en', 'summary', 'summary_en') then ''''''
      when finished and a.attname in ('data', 'details') then 'null'
      when finished and a.attname = 'application' then '''{}'''
      when a.attname in ('id', 'id_', 'task_id', 'task_id_', 'execution_id_', 'proc_inst_id_', 'root_proc_inst_id_',
          'process_instance_id_', 'parent_id_', 'super_exec_', 'var_scope_', 'entitlement_id', 'lookup_secret')
        then format('bench.id(t.%I, k.n)', a.attname)
      when a.attname = 'text_' then 'case when t.text_ = k.template then k.code else t.text_ end'
      when a.attname = 'description_' then 'replace(t.description_, k.template, k.code)'
      when a.attname = 'assignee' or a.attname = 'assignee_' then format(
        'case when k.n %% 2 = 0 and k.commune not like ''xa%%%%'' then t.%I end', a.attname)
      when a.atttypid = 'date'::regtype then format('t.%I + k.days', a.attname)
      when a.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype)
        then format('t.%I + make_interval(days => k.days)', a.attname)
      else format('t.%I', a.attname) end, ', ' order by a.attnum)
    into columns, expressions
    from pg_attribute a where a.attrelid = source and a.attnum > 0 and not a.attisdropped and a.attidentity = '';
  execute format('insert into %s (%s) select %s from bench.copy k %s', source, columns, expressions, belongs);
end $$;

-- Adds copies of open cases to our tables and to the engine's.
create or replace function bench.add_open(first int, many int) returns void language plpgsql as $$
begin
  drop table if exists bench.copy;
  create table bench.copy as
    with original as (
      select code, row_number() over (order by code) - 1 as at, count(*) over () as all_of_them
      from trian.case_file where closed_at is null and code !~ '-[0-9]{7}$')
    select s.n, o.code as template, regexp_replace(o.code, '[0-9]+$', to_char(s.n, 'FM0000000')) as code,
      c.commune, c.division, -(s.n / 7 % 25)::int as days
    from generate_series(first, first + many - 1) s (n)
      join original o on o.at = s.n % o.all_of_them
      join bench.commune c on c.n = (s.n::bigint * 7919) % 220;
  analyze bench.copy;
  perform bench.rows('trian.case_file', false, 'join trian.case_file t on t.code = k.template');
  perform bench.rows(('trian.' || t)::regclass, false, format('join trian.%s t on t.case_code = k.template', t))
    from unnest(array['statement', 'hand_over', 'case_clock', 'deadline_entry', 'work_item']) t;
  perform bench.rows('trian.work_item_group', false, 'join trian.work_item w on w.case_code = k.template '
    'join trian.work_item_group t on t.task_id = w.task_id');
  perform bench.rows(t::regclass, false, format('join public.act_ru_execution e on e.business_key_ = k.template '
    'join %s t on t.proc_inst_id_ = e.id_', t))
    from unnest(array['act_ru_execution', 'act_ru_task', 'act_ru_variable']) t;
  update trian.work_item_group g set place = 'QUEUE'
    from trian.work_item w where w.task_id = g.task_id and w.assignee is null and g.place = 'TAKEN';
  perform bench.rows('public.act_ru_identitylink', false, 'join public.act_ru_execution e on e.business_key_ = '
    'k.template join public.act_ru_task r on r.proc_inst_id_ = e.id_ join public.act_ru_identitylink t '
    'on t.task_id_ = r.id_');
  insert into trian.apology (id, case_code, promised_on, new_day, state, made_at, changed_at, changed_by, changed_name,
      version)
    select gen_random_uuid()::text, c.code, c.due_on, c.due_on + 7, 'WAITING', now(), now(), 'system', 'Hệ thống', 0
    from bench.copy k join trian.case_file c on c.code = k.code
    where c.due_on <= current_date + 1 and not c.paused and c.state <> 'ISSUED';
end $$;

-- Adds copies of finished cases, of up to seven years.
create or replace function bench.add_finished(first int, many int) returns void language plpgsql as $$
begin
  drop table if exists bench.copy;
  create table bench.copy as
    with original as (
      select code, row_number() over (order by code) - 1 as at, count(*) over () as all_of_them
      from trian.case_file where closed_at is not null and code !~ '-[0-9]{7}$')
    select s.n, o.code as template, regexp_replace(o.code, '[0-9]+$', to_char(s.n, 'FM0000000')) as code,
      c.commune, c.division, -(s.n / 11 % 2500)::int as days
    from generate_series(first, first + many - 1) s (n)
      join original o on o.at = s.n % o.all_of_them
      join bench.commune c on c.n = (s.n::bigint * 7919) % 220;
  analyze bench.copy;
  perform bench.rows('trian.case_file', true, 'join trian.case_file t on t.code = k.template');
  perform bench.rows(('trian.' || t)::regclass, true, format('join trian.%s t on t.case_code = k.template', t))
    from unnest(array['statement', 'hand_over', 'case_clock', 'deadline_entry', 'entitlement', 'payment_line']) t;
end $$;
