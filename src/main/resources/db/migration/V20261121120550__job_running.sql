-- What running jobs needs beyond their table.

alter table job add column address text;
alter table job add column error_arguments jsonb not null default '[]';
comment on column job.address is 'where the person sat who started it; in the audit entries of what the job does';
comment on column job.error is 'message key of why it failed; error_arguments fills the pattern';

-- Who started a job may cancel it even where his role changes no records: an auditor, his verification.
create policy job_cancel_own on job for update to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true)
    and account_id = nullif(current_setting('app.account', true), '')::bigint);

-- The person who started a job, acting as he did then, if he still may on that day; else no row.
create function job_viewer(wanted bigint, on_day date)
    returns table (account_id bigint, login text, name_zh text, name_en text, role text, assignment_id bigint,
                   unit_id bigint, org_path text, substitution_id bigint, absent_id bigint, absent_zh text,
                   absent_en text, enterprise_id bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.id, a.login, a.name_zh, a.name_en, r.role, r.assignment_id, r.unit_id, r.org_path, r.substitution_id,
           r.absent_id, r.absent_zh, r.absent_en, a.enterprise_id
    from job j join account a on a.id = j.account_id
        join lateral acting_roles(j.account_id, on_day) r on r.assignment_id = j.assignment_id
            and r.substitution_id is not distinct from j.substitution_id
    where j.id = wanted
$$;

-- One digest over the heads of all chains. Kept outside the database (a log line every hour), it convicts even an owner
-- of the schema who rewrites a whole chain and its head.
create function audit_anchor(out entries numeric, out digest text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select sum(length), encode(sha256(string_agg(int2send(chain) || int8send(length) || head, ''::bytea order by chain)), 'hex')
    from audit_chain
$$;
revoke all on function job_viewer, audit_anchor from public;
grant execute on function job_viewer, audit_anchor to ${jobs};

-- The auditor's questions: what did this person do, what happened in those days.
create index audit_entry_account on audit_entry (account_id, id);
create index audit_entry_at on audit_entry using brin (at);
