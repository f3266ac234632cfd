-- An answer that has gone is a contact with the enterprise: noted in the ledger once, by the unit that gave it.
create table enquiry_contact (
    message_id    bigint primary key references enquiry_message,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    account_id    bigint not null references account,
    job_id        bigint,
    noted_at      timestamptz,
    touchpoint_id bigint references touchpoint,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (touchpoint_id is null or noted_at is not null)
);
comment on table enquiry_contact is 'scoped: answers to be noted in the ledger of contacts once they have gone, by the path of the unit that answered';
comment on column enquiry_contact.account_id is 'the officer who answered';
comment on column enquiry_contact.job_id is 'the job that was to note it';
comment on column enquiry_contact.touchpoint_id is 'the contact; none where the answer reached nobody or its enterprise is not one this unit may write about';
create index enquiry_contact_open on enquiry_contact (unit_id, account_id, message_id) where noted_at is null;
create index enquiry_contact_touchpoint on enquiry_contact (touchpoint_id) where touchpoint_id is not null;
alter table enquiry_contact enable row level security;
create policy enquiry_contact_read on enquiry_contact for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enquiry_contact_write on enquiry_contact to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert, delete on enquiry_contact to ${app};
grant update (noted_at, touchpoint_id) on enquiry_contact to ${app};

-- What has gone and can be noted: one job for each officer who answered, under his own scope; when he has left the unit,
-- under that of a colleague. One that failed is tried again after an hour.
create function enquiry_contacts_queue() returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    queued int;
begin
    with due as materialized (
        select c.message_id, c.unit_id, c.org_path, c.account_id
            from enquiry_contact c join enquiry_message m on m.id = c.message_id
                left join mail l on l.id = m.mail_id
            where c.noted_at is null and m.undone_at is null and m.goes_at <= now()
                and (l.id is null or l.status in ('SENT', 'DEAD'))
                and not exists (select from job j where j.id = c.job_id and (j.status in ('WAITING', 'RUNNING')
                    or j.status = 'FAILED' and j.finished_at > now() - interval '1 hour'))
            order by c.message_id limit 1000
            for update of c skip locked),
    chosen as materialized (
        select nextval('job_seq') as job_id, d.unit_id, d.org_path, d.account_id as author, r.account_id, r.id as assignment_id
            from (select distinct unit_id, org_path, account_id from due) d cross join lateral (
                select x.id, x.account_id from role_assignment x join account a on a.id = x.account_id
                    where x.unit_id = d.unit_id and a.suspended_at is null and china_day() >= x.valid_from
                        and (x.valid_to is null or china_day() <= x.valid_to)
                        and x.role not in ('AUDITOR', 'ENTERPRISE_USER')
                    order by x.account_id = d.account_id desc,
                        x.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR') desc, x.id limit 1) r),
    put as (
        insert into job (id, kind, account_id, assignment_id, org_path, parameters)
            select c.job_id, 'note-answers', c.account_id, c.assignment_id, c.org_path,
                    jsonb_build_object('unit', c.unit_id, 'author', c.author)
                from chosen c returning id)
    update enquiry_contact n set job_id = c.job_id from chosen c join put p on p.id = c.job_id, due d
        where d.unit_id = c.unit_id and d.account_id = c.author and n.message_id = d.message_id;
    select count(distinct c.job_id) into queued from enquiry_contact c join job j on j.id = c.job_id
        where c.noted_at is null and j.status = 'WAITING';
    return queued;
end
$$;
comment on function enquiry_contacts_queue is 'puts jobs in the queue that note answers in the ledger of contacts; how many wait';
revoke all on function enquiry_contacts_queue from public;
grant execute on function enquiry_contacts_queue to ${jobs};
