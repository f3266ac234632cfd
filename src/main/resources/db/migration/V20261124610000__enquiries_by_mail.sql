-- Mail of askers, for whom nobody is signed in: what has to be known of an enquiry and its asker to make something of it.

-- The enquiry a mail belongs to: the one its conversation names, or by its number among those with such an address.
create function enquiry_of_mail(wanted bigint, wanted_number text, address text, reopened_since timestamptz)
    returns table (id bigint, unit_id bigint, org_path text, closed boolean, asker boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select e.id, e.unit_id, e.org_path, w.status = 'CLOSED' and coalesce(e.closed_at < reopened_since, false),
            coalesce(lower(e.asker_mail) = address, false)
        from enquiry e join enquiry_work w on w.enquiry_id = e.id
        where e.id = wanted or (wanted is null and e.number = wanted_number and lower(e.asker_mail) = address)
$$;

-- Who has this address among the people of a unit's enterprises; nobody where it is that of several enterprises.
create function enquiry_mail_sender(address text, path text)
    returns table (enterprise_id bigint, person_id bigint, name text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with known as (
        select p.enterprise_id, p.id as person_id, p.name_zh as name from contact_person p
            where lower(p.mail) = address and p.enterprise_id is not null and p.ended_at is null and p.erased_at is null
                and starts_with(p.org_path, path)
        union all
        select m.enterprise_id, null, m.name_zh from enterprise_member m
            where lower(m.mail) = address and m.ended_at is null and (m.valid_to is null or m.valid_to >= china_day())
                and starts_with(m.org_path, path))
    select min(k.enterprise_id), min(k.person_id), (array_agg(k.name order by k.person_id nulls last))[1]
        from known k having count(distinct k.enterprise_id) = 1
$$;

revoke all on function enquiry_of_mail, enquiry_mail_sender from public;
grant execute on function enquiry_of_mail, enquiry_mail_sender to ${app};

-- Whatever letter brings a message to the asker goes out in the conversation of its enquiry.
create function enquiry_message_by_mail() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform mail_join('enquiry/' || new.enquiry_id, array[new.mail_id]);
    return null;
end
$$;
revoke all on function enquiry_message_by_mail from public;
create trigger enquiry_message_by_mail_added after insert on enquiry_message
    for each row when (new.mail_id is not null) execute function enquiry_message_by_mail();
create trigger enquiry_message_by_mail after update of mail_id on enquiry_message
    for each row when (new.mail_id is distinct from old.mail_id and new.mail_id is not null)
    execute function enquiry_message_by_mail();
