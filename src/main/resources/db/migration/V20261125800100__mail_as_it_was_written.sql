-- Whoever answers sees all that was written, and by whom; and an asker is answered in his language.

alter table enquiry_message add whole text check (length(whole) <= 100000), add sender text check (length(sender) <= 254);
comment on column enquiry_message.whole is 'text of the mail it came by with what was left out of the body: the quotation, the signature; null: nothing was';
comment on column enquiry_message.sender is 'address the mail says it is from when that is not the asker''s; null: his, or it came another way';

-- With the language he chose; where he has an account, the one he uses it in.
drop function enquiry_mail_sender;
create function enquiry_mail_sender(address text, path text)
    returns table (enterprise_id bigint, person_id bigint, name text, language text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with known as (
        select p.enterprise_id, p.id as person_id, p.name_zh as name, p.language from contact_person p
            where lower(p.mail) = address and p.enterprise_id is not null and p.ended_at is null and p.erased_at is null
                and starts_with(p.org_path, path)
        union all
        select m.enterprise_id, null, m.name_zh, a.language from enterprise_member m join account a on a.id = m.account_id
            where lower(m.mail) = address and m.ended_at is null and (m.valid_to is null or m.valid_to >= china_day())
                and starts_with(m.org_path, path))
    select min(k.enterprise_id), min(k.person_id), (array_agg(k.name order by k.person_id nulls last))[1],
            (array_agg(k.language order by k.person_id nulls first))[1]
        from known k having count(distinct k.enterprise_id) = 1
$$;
revoke all on function enquiry_mail_sender from public;
grant execute on function enquiry_mail_sender to ${app};
