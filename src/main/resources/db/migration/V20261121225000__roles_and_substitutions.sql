-- A role that is ended before it begins was never held: it ends the day before its first day.
alter table role_assignment drop constraint role_assignment_check1;
alter table role_assignment add constraint role_assignment_days check (valid_to is null or valid_from <= valid_to + 1);
create index role_assignment_unit on role_assignment (unit_id, valid_to);

-- Nobody is stood in for twice in the same role on the same day. The ranges over the id compare as the id itself does:
-- an index of ranges needs no extension.
alter table substitution add constraint substitution_once exclude using gist (
    int8range(assignment_id, assignment_id, '[]') with &&, daterange(first_day, last_day, '[]') with &&)
    where (revoked_at is null);

-- The day it is in China, for conditions that stand in the SQL of lists.
create function china_day() returns date
    language sql stable
    set search_path = aeo, pg_temp
as $$ select (now() at time zone 'Asia/Shanghai')::date $$;
