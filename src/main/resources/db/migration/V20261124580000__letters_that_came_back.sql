-- A letter of a mailing that came back was no contact, and a mail that was sent can be sent once more.

-- What counted as a contact because of that letter counts no more, unless another letter of the mailing reached the same
-- enterprise. Sent again it counts anew, once it has left.
create function campaign_mailing_bounced() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    contact bigint;
    other bigint;
begin
    for contact in select l.touchpoint_id from campaign_mailing_letter l
            where l.mail_id = new.id and l.status = 'SENT' and l.touchpoint_id is not null order by l.touchpoint_id loop
        select o.id into other from campaign_mailing_letter l
            join campaign_mailing_letter o on o.mailing_id = l.mailing_id and o.enterprise_id = l.enterprise_id
                and o.status = 'SENT' and o.mail_id is distinct from new.id
            left join campaign_mailing_letter p on p.id = o.shared_with
            where l.mail_id = new.id and l.touchpoint_id = contact and coalesce(p.audience, o.audience) = o.audience
            order by o.touchpoint_id is null, o.id limit 1;
        if other is null then
            update touchpoint set withdrawn_at = now(), version = version + 1,
                    withdrawn_reason = left('信件被退回 / The letter came back: ' || coalesce(new.last_error, '-'), 500)
                where id = contact and withdrawn_at is null;
        else
            update campaign_mailing_letter set touchpoint_id = contact where id = other;
        end if;
    end loop;
    update campaign_mailing_letter set status = 'FAILED', touchpoint_id = null, left_at = null
        where mail_id = new.id and status = 'SENT';
    return null;
end
$$;
create trigger campaign_mailing_bounced after update of gave_up on mail for each row
    when (new.gave_up = 'BOUNCED' and old.gave_up is distinct from new.gave_up) execute function campaign_mailing_bounced();
revoke all on function campaign_mailing_bounced from public;

alter table mail add again_of bigint references mail on delete set null;
comment on column mail.again_of is 'the mail whose text it repeats because somebody wanted it sent once more; null: a first one';
create index mail_again on mail (again_of) where again_of is not null;
