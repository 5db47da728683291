-- Whoever comes too late is told since when somebody has a task.
alter table work_item add column taken_at timestamp with time zone;
update work_item set taken_at = created_at where assignee is not null;
