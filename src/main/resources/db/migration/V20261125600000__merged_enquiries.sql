-- An answer serves the enquiries merged into its own, whichever unit each of them is with by then.

create function enquiry_followers(of_leading bigint) returns table (enquiry bigint, desk text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select f.id, w.desk_path from enquiry l join enquiry f on f.merged_into = l.id join enquiry_work w on w.enquiry_id = f.id
        where l.id = of_leading and w.status <> 'CLOSED'
            and l.org_path >= nullif(current_setting('app.write_lo', true), '') and l.org_path < current_setting('app.write_hi', true)
        order by f.id
$$;
comment on function enquiry_followers is 'those an answer to this enquiry serves besides, and whose turn each is; for who may answer it';

create function enquiry_repeats(of_message bigint) returns table (enquiry bigint, message bigint, desk text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select m.enquiry_id, m.id, w.desk_path
        from enquiry_message o join enquiry l on l.id = o.enquiry_id join enquiry_message m on m.serves = o.id
            join enquiry_work w on w.enquiry_id = m.enquiry_id
        where o.id = of_message and m.undone_at is null
            and l.org_path >= nullif(current_setting('app.write_lo', true), '') and l.org_path < current_setting('app.write_hi', true)
        order by m.enquiry_id
$$;
comment on function enquiry_repeats is 'where an answer was repeated, and whose turn each of those enquiries is; for who may answer its own';
revoke all on function enquiry_followers, enquiry_repeats from public;
grant execute on function enquiry_followers, enquiry_repeats to ${app};

-- Who answers is also the one whose contact it is, in the thread of another unit too.
create policy enquiry_contact_own on enquiry_contact for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and exists (select from enquiry_message m where m.id = enquiry_contact.message_id and m.account_id = enquiry_contact.account_id));
