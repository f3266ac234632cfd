-- Mailings: an enterprise that is excluded, or called not reachable where the mailing does not go to such, gets nothing
-- that still waits, and who approves a mailing acts in the same role as who submitted it.

alter table campaign_mailing add column submitted_as text;
comment on column campaign_mailing.submitted_as is 'the role in which it was submitted: who approves holds the same';
update campaign_mailing g set submitted_as = (select r.role from role_assignment r where r.account_id = g.submitted_by
    and r.unit_id = g.unit_id and r.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
    order by r.valid_to desc nulls first, r.id limit 1) where g.submitted_by is not null;
grant update (submitted_as) on campaign_mailing to ${app};

alter table campaign_mailing_letter drop constraint campaign_mailing_letter_reason_check;
alter table campaign_mailing_letter add constraint campaign_mailing_letter_reason_check
    check (reason in ('NO_PERSON', 'NO_MAIL', 'OBJECTS', 'AUDIENCE', 'GONE', 'EXCLUDED', 'UNREACHABLE'));
comment on column campaign_mailing_letter.status is 'AGAIN: taken back from the outbox, to be written anew; FAILED: the mail server will not take it';

create function campaign_mailing_bar(wanted bigint, one bigint) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case when m.standing = 'EXCLUDED' then 'EXCLUDED'
            when campaign_state(m.standing, m.level) = 'UNREACHABLE' and 'UNREACHABLE' <> all (g.states) then 'UNREACHABLE' end
        from campaign_mailing g join campaign_member m on m.campaign_id = g.campaign_id and m.enterprise_id = one
        where g.id = wanted
$$;
comment on function campaign_mailing_bar is 'why an enterprise in scope gets no letter of a mailing whatever its people say; null: nothing bars it';

-- Takes back what waits for those who are barred now: of one enterprise in one campaign, or wherever something was left to
-- a worker that had it in hand. Who shares the address of somebody barred gets a letter of his own.
create function campaign_mailing_leave_out(within bigint, one bigint) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    barred bigint[];
begin
    barred := array(select l.id from campaign_mailing g
        join campaign_mailing_letter l on l.mailing_id = g.id and l.status in ('WRITTEN', 'AGAIN')
        where g.status = 'SENDING' and (within is null or g.campaign_id = within and l.enterprise_id = one)
            and campaign_mailing_bar(g.id, l.enterprise_id) is not null);
    if cardinality(barred) = 0 then
        return;
    end if;
    perform campaign_mailing_anew(array(select l.id from campaign_mailing_letter l
        where l.id = any (barred) and l.status = 'WRITTEN' and l.shared_with is null));
    update campaign_mailing_letter l set status = 'LEFT_OUT', reason = campaign_mailing_bar(l.mailing_id, l.enterprise_id),
            mail_id = null, address_key = null, shared_with = null
        from (select x.id from campaign_mailing_letter x where x.id = any (barred) and (x.status = 'AGAIN'
                or x.status = 'WRITTEN' and x.shared_with is not null and exists (
                    select from mail m where m.id = x.mail_id and m.status = 'WAITING'))
            for update of x skip locked) n where l.id = n.id;
end
$$;

-- Letters are written while the enterprise is held: who holds it here sees every letter that waits for it.
create function campaign_mailing_member() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from campaign_mailing g where g.campaign_id = new.campaign_id
            and g.status in ('APPROVED', 'SENDING')) then
        return null;
    end if;
    perform 1 from enterprise e where e.id = new.enterprise_id for no key update;
    perform campaign_mailing_leave_out(new.campaign_id, new.enterprise_id);
    -- What was taken back by mistake is written anew while the mailing is under way.
    update campaign_mailing_letter l set status = 'AGAIN', reason = null from campaign_mailing g
        where g.id = l.mailing_id and g.campaign_id = new.campaign_id and g.status = 'SENDING'
            and l.enterprise_id = new.enterprise_id and l.status = 'LEFT_OUT' and l.reason in ('EXCLUDED', 'UNREACHABLE')
            and campaign_mailing_bar(g.id, l.enterprise_id) is null;
    return null;
end
$$;
create trigger campaign_mailing_member after update of standing on campaign_member for each row
    when (old.standing is distinct from new.standing) execute function campaign_mailing_member();

create or replace function campaign_mailing_reword(enterprise bigint, now_of text) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if enterprise is null then
        perform campaign_mailing_leave_out(null, null);
        perform campaign_mailing_anew(array(select l.id from campaign_mailing g
            join campaign_mailing_letter l on l.mailing_id = g.id join enterprise e on e.id = l.enterprise_id
            where g.status = 'SENDING' and l.status = 'WRITTEN' and l.shared_with is null
                and l.audience <> enterprise_audience(e.grade, e.journey_step)));
    else
        update campaign_mailing_letter l set audience = now_of
            where l.enterprise_id = enterprise and l.status = 'WRITTEN' and l.shared_with is not null;
        perform campaign_mailing_anew(array(select l.id from campaign_mailing_letter l
            where l.enterprise_id = enterprise and l.status = 'WRITTEN' and l.shared_with is null and l.audience <> now_of));
    end if;
end
$$;
revoke all on function campaign_mailing_leave_out, campaign_mailing_member from public;
