-- A contact is noted by who can read the thread it is about. An enquiry may have gone to another unit since, or the answer
-- served an enquiry of another house: then it is a contact of the unit that answers now.
create or replace function enquiry_contacts_queue() returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    queued int;
begin
    update enquiry_contact n set unit_id = e.unit_id, org_path = e.org_path
        from (select c.message_id from enquiry_contact c where c.noted_at is null
                and (c.queued_at is null or c.queued_at <= now() - interval '1 hour') for update skip locked) c
            join enquiry_message m on m.id = c.message_id join enquiry e on e.id = m.enquiry_id
        where n.message_id = c.message_id and not starts_with(e.org_path, n.org_path);
    with due as materialized (
        select c.message_id, c.unit_id, c.org_path, c.account_id
            from enquiry_contact c join enquiry_message m on m.id = c.message_id
                left join mail l on l.id = m.mail_id
            where c.noted_at is null and m.undone_at is null and m.goes_at <= now()
                and (l.id is null or l.status in ('SENT', 'DEAD'))
                and (c.queued_at is null or c.queued_at <= now() - interval '1 hour')
                and not exists (select from job j where j.id = c.job_id and j.status in ('WAITING', 'RUNNING'))
            order by c.queued_at nulls first, c.message_id limit 1000
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
    update enquiry_contact n set queued_at = now(), job_id = p.id
        from due d left join chosen c on c.unit_id = d.unit_id and c.author = d.account_id left join put p on p.id = c.job_id
        where n.message_id = d.message_id;
    select count(distinct c.job_id) into queued from enquiry_contact c join job j on j.id = c.job_id
        where c.noted_at is null and j.status = 'WAITING';
    return queued;
end
$$;
