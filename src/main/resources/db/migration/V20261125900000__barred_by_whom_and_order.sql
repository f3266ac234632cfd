-- What an officer enters holds for the letters of his unit and those below, and never for those about accounts; what the mail
-- server said of an address holds for everybody. Letters keep their order whatever the case of the address.

create or replace function mail_barred(m mail) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case when exists (select from mail_block b where b.address = lower(m.recipient) and (b.cause <> 'ENTERED'
            or starts_with(m.org_path, b.org_path) and not starts_with(m.template, 'identity-'))) then 'BLOCKED'
        when m.topic is not null and exists (
            select from mail_choice c where c.address = lower(m.recipient) and m.topic = any (c.declined)) then 'DECLINED' end
$$;
comment on table mail_block is 'scoped: addresses no mail goes to, by the path of the unit whose mail failed or who entered it; what was entered holds for letters of that unit and below only, and for none about an account';

-- Of what was entered, that which holds for letters of the viewer's unit, or was entered there or below.
create or replace function mail_blocks_of(addresses text[])
    returns table (address text, cause text, reason text, at timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select distinct on (b.address) b.address, b.cause, b.reason, b.at from mail_block b
        where b.address in (select lower(a) from unnest(addresses) as a)
            and (b.cause <> 'ENTERED' or starts_with(nullif(current_setting('app.lo', true), ''), b.org_path)
                or starts_with(b.org_path, nullif(current_setting('app.lo', true), '')))
        order by b.address, b.id
$$;

-- Keeps what somebody wants until he confirms it. False: no letter may go there, or enough have gone; nobody is told.
create or replace function library_subscription_asked(link_hash bytea, of_address text, of_topics text[], of_district text,
        of_language text, of_cadence text, until timestamptz) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from mail_block b where b.address = of_address and (b.cause <> 'ENTERED' or b.org_path = '0000.'))
            or (select count(*) from library_subscription_request r where r.address = of_address and r.expires_at > now()) >= 5 then
        return false;
    end if;
    insert into library_subscription_request (hash, address, topics, district, language, cadence, expires_at)
        values (link_hash, of_address, of_topics, (select u.id from unit u where u.code = of_district), of_language, of_cadence,
            until);
    return true;
end
$$;

-- Up to so many subscribers who have something to be told, which counts as told from now on: how many documents are new or
-- have changed, and the newest twenty of them, the newest first, between commas. What is told each morning or Monday is what
-- changed until half past seven in Shanghai. For the schedule only: whoever is signed in is refused.
create or replace function take_subscription_letters(most int)
    returns table (address text, language text, many bigint, codes text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    early timestamp := (now() at time zone 'Asia/Shanghai') - interval '7 hours 30 minutes';
    day_slot timestamptz := (date_trunc('day', early) + interval '7 hours 30 minutes') at time zone 'Asia/Shanghai';
    week_slot timestamptz := (date_trunc('week', early) + interval '7 hours 30 minutes') at time zone 'Asia/Shanghai';
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        with slots as (
            select s.id, s.topics, u.org_path, s.told_at,
                   case s.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end as slot,
                   exists (select from mail_block b where b.address = s.address
                       and (b.cause <> 'ENTERED' or b.org_path = '0000.')) or exists (select from mail_choice c
                       where c.address = s.address and 'LIBRARY' = any (c.declined)) as silent
                from library_subscription s left join unit u on u.id = s.district),
        due as (
            select s.id, s.slot, d.id as document_id, d.version, d.code, d.changed_at
                from slots s join document d on d.topics && s.topics
                    and (d.org_path = '0000.' or starts_with(d.org_path, s.org_path))
                where not s.silent and d.kind in ('POLICY', 'INTERPRETATION', 'QUESTION') and not d.archived
                    and d.changed_at > s.told_at - interval '1 day' and d.changed_at <= s.slot
                    and not exists (select from library_subscription_told t where t.subscription_id = s.id
                        and t.document_id = d.id and t.version >= d.version)),
        people as (
            select s.id, s.address, s.language from library_subscription s where s.id in (select id from due)
                order by s.id limit most for update of s skip locked),
        known as (
            insert into library_subscription_told as t (subscription_id, document_id, version)
                select d.id, d.document_id, d.version from due d join people p on p.id = d.id
                on conflict (subscription_id, document_id) do update set version = excluded.version),
        told as (
            update library_subscription s set told_at = greatest(s.told_at, d.slot)
                from (select distinct u.id, u.slot from due u) d join people p on p.id = d.id where s.id = d.id),
        -- Who has nothing to be told need not have more than a day looked through.
        closed as (
            update library_subscription s set told_at = o.slot from slots o
                where s.id = o.id and s.told_at <= o.slot - interval '1 day' and s.id not in (select id from due))
        select p.address, p.language, count(*), array_to_string((array_agg(d.code order by d.changed_at desc, d.code))[1:20], ',')
            from people p join due d on d.id = p.id group by p.id, p.address, p.language order by p.id;
    delete from library_subscription_told t using library_subscription s, document d
        where s.id = t.subscription_id and d.id = t.document_id and d.changed_at <= s.told_at - interval '1 day';
end
$$;
drop index mail_order;
create index mail_order on mail (lower(recipient), id) where status in ('WAITING', 'SENDING');

-- Claims at most so many of the oldest that are due. In the order of their age each gets a turn at its domain; those
-- behind the last one claimed stay as they are.
create or replace function mail_claim_among(of_worker text, lease interval, room int, among int, each_domain int) returns setof mail
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    return query with due as materialized (
        select o.id, o.next_attempt_at as due_at, o.slot_at >= now() - interval '10 seconds' as has_turn,
               lower(split_part(o.recipient, '@', 2)) collate "C" as host, mail_barred(o.m) as barred
            from (select x.id, x.next_attempt_at, x.slot_at, x.recipient, x as m from mail x
                    where x.status in ('WAITING', 'SENDING') and x.next_attempt_at <= now() and x.id = (
                        select min(e.id) from mail e where lower(e.recipient) = lower(x.recipient) and e.status in ('WAITING', 'SENDING'))
                    order by x.next_attempt_at limit 200 for update skip locked) o limit among),
    host as materialized (
        select h.host, h.step, greatest(p.next_at, now() - interval '1 second' + h.step) as first_at
            from (select w.host, interval '1 second' / coalesce(d.per_second, each_domain) as step
                    from (select distinct u.host from due u where u.barred is null and u.has_turn is not true) w
                        left join mail_domain d on d.domain = w.host) h
                left join mail_pace p on p.domain = h.host),
    placed as (
        select u.id, u.due_at, u.host, u.barred, case when u.barred is null and u.has_turn is not true then h.first_at + h.step
                * (count(*) filter (where u.barred is null and u.has_turn is not true)
                    over (partition by u.host order by u.due_at, u.id) - 1) end as turn
            from due u left join host h on h.host = u.host),
    counted as (
        select l.*, l.barred is null and (l.turn is null or l.turn <= now()) as goes,
               count(*) filter (where l.barred is null and (l.turn is null or l.turn <= now()))
                   over (order by l.due_at, l.id) as nth from placed l),
    reached as materialized (
        select c.* from counted c where c.nth < room or c.nth = room and c.goes),
    paced as (
        insert into mail_pace as p (domain, next_at)
            select h.host, h.first_at + h.step * count(*) from reached r join host h on h.host = r.host
                where r.turn is not null group by h.host, h.first_at, h.step
            on conflict (domain) do update set next_at = excluded.next_at),
    told as (
        update mail m set status = case when r.barred is null then m.status else 'DEAD' end, gave_up = r.barred,
                claimed_by = case when r.barred is null then m.claimed_by end,
                claimed_until = case when r.barred is null then m.claimed_until end,
                version = m.version + case when r.barred is null then 0 else 1 end,
                slot_at = r.turn, next_attempt_at = coalesce(r.turn, m.next_attempt_at)
            from reached r where m.id = r.id and not r.goes)
    update mail m set status = 'SENDING', claimed_by = of_worker, claimed_until = now() + lease,
            next_attempt_at = now() + lease, attempts = m.attempts + 1, slot_at = null, version = m.version + 1
        from reached r where m.id = r.id and r.goes returning m.*;
end
$$;
