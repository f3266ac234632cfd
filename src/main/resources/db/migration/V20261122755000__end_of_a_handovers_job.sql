-- A handover is seen by those whose unit made it; the job that undoes it is of the unit that undoes it, which may stand
-- above. They may know whether it works still, and nothing else of it.
create function job_at_work(job_number bigint) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from job j where j.id = job_number and j.status in ('WAITING', 'RUNNING'))
$$;
revoke all on function job_at_work from public;
grant execute on function job_at_work to ${app};
