-- What holds for all mail: whether any leaves, how fast, to which addresses none can go; and in which name a unit writes.

create table mail_control (
    one        boolean primary key default true check (one),
    stopped_at timestamptz,
    stopped_by bigint references account,
    reason     text check (reason <> '' and length(reason) <= 500),
    per_second int not null default 500 check (per_second between 1 and 10000),
    per_domain int not null default 100 check (per_domain between 1 and 10000),
    version    bigint not null default 0,
    check ((stopped_at is null) = (reason is null))
);
comment on table mail_control is 'published: the stop switch and the rates of all mail, one row';
comment on column mail_control.stopped_at is 'since when no mail leaves, and why; null: mail leaves';
comment on column mail_control.per_second is 'most mails a second, all nodes together';
comment on column mail_control.per_domain is 'most mails a second to one receiving domain that has no rate of its own';
insert into mail_control default values;

create table mail_domain (
    domain     text collate "C" primary key check (domain = lower(domain) and domain ~ '^[a-z0-9.-]{1,253}$'),
    per_second int not null check (per_second between 1 and 10000)
);
comment on table mail_domain is 'published: receiving domains that take more or fewer mails a second than the others';

create table mail_pace (
    domain  text collate "C" primary key,
    next_at timestamptz not null
);
comment on table mail_pace is 'system: when the next mail to a domain may go; the empty one stands for all together';
insert into mail_pace values ('', now());

create table mail_pause (
    node         text primary key,
    since        timestamptz not null default now(),
    paused_until timestamptz not null,
    failures     int not null,
    reason       text not null
);
comment on table mail_pause is 'published: nodes that hold back because the mail server takes nothing from them';

create sequence mail_block_seq start with 50 increment by 50;
create table mail_block (
    id         bigint primary key default nextval('mail_block_seq'),
    address    text not null check (address = lower(address)),
    org_path   text collate "C" not null,
    cause      text not null check (cause in ('REFUSED', 'BOUNCED', 'ENTERED')),
    reason     text not null check (reason <> '' and length(reason) <= 500),
    mail_id    bigint references mail on delete set null,
    account_id bigint references account,
    at         timestamptz not null default now(),
    unique (address, org_path),
    check ((cause = 'ENTERED') = (account_id is not null))
);
comment on table mail_block is 'scoped: addresses no mail goes to, by the path of the unit whose mail failed or who entered it';
comment on column mail_block.reason is 'what the mail server said, or the officer';
create index mail_block_scope on mail_block (org_path, id);
create index mail_block_mail on mail_block (mail_id) where mail_id is not null;
alter table mail_block enable row level security;
create policy mail_block_read on mail_block for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy mail_block_add on mail_block for insert to ${app} with check (
    org_path = nullif(current_setting('app.write_lo', true), '')
    and account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy mail_block_lift on mail_block for delete to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy mail_block_work on mail_block to ${jobs} using (true) with check (true);

alter table mail add gave_up text check (gave_up in ('ADDRESS', 'REFUSED', 'TRIED', 'BOUNCED', 'BLOCKED', 'DECLINED', 'UNFIT'));
comment on column mail.gave_up is 'why it is DEAD: ADDRESS the server knows no such address, REFUSED it does not want this mail, TRIED it said later for three days, BOUNCED it came back, BLOCKED the address is on the list of those no mail goes to, DECLINED the person wants no mail of that kind, UNFIT no mail can be made of it; null: before this was kept';
alter table mail add slot_at timestamptz;
comment on column mail.slot_at is 'its turn at a receiving domain that takes only so many a second';
grant update (gave_up) on mail to ${app};
create index mail_of_address on mail (lower(recipient), id);

grant select on mail_control, mail_domain, mail_pause to ${app}, ${jobs};
grant select, insert, delete on mail_block to ${app};
grant select, insert, update, delete on mail_block, mail_pause to ${jobs};
grant select, insert, update on mail_pace to ${jobs};
grant usage on sequence mail_block_seq to ${app}, ${jobs};

create function mail_master() returns void
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.write_lo', true), '') is distinct from '0000.' then
        raise insufficient_privilege;
    end if;
end
$$;
comment on function mail_master is 'refuses whoever may not change what holds for the mail of the whole country';

-- Stops all mail with a reason, or lets it go on with none; false when somebody else changed it since that version.
create function mail_stop(why text, seen bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform mail_master();
    update mail_control set reason = why, stopped_at = case when why is not null then now() end,
            stopped_by = case when why is not null then nullif(current_setting('app.account', true), '')::bigint end,
            version = version + 1
        where version = seen and (stopped_at is null) = (why is not null);
    return found;
end
$$;

-- The rates; domains and their rates in the same order. False when somebody else changed them since that version.
create function mail_rates_set(all_together int, each_domain int, domains text[], rates int[], seen bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform mail_master();
    update mail_control set per_second = all_together, per_domain = each_domain, version = version + 1 where version = seen;
    if not found then
        return false;
    end if;
    delete from mail_domain;
    insert into mail_domain select d.domain, d.rate from unnest(domains, rates) as d (domain, rate);
    return true;
end
$$;

-- What bars mail to addresses the caller knows; whoever asks must have been shown the address.
create function mail_blocks_of(addresses text[])
    returns table (address text, cause text, reason text, at timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select distinct on (b.address) b.address, b.cause, b.reason, b.at from mail_block b
        where b.address in (select lower(a) from unnest(addresses) as a) order by b.address, b.id
$$;

-- Lets mail go to an address again: whoever asks must be allowed to change the record the address stands in. What another
-- unit entered by hand stays.
create function mail_block_end(of_address text) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.write_lo', true), '') is null then
        raise insufficient_privilege;
    end if;
    delete from mail_block where address = lower(of_address) and (cause <> 'ENTERED'
        or org_path >= current_setting('app.write_lo') and org_path < current_setting('app.write_hi'));
    return found;
end
$$;
revoke all on function mail_stop, mail_rates_set, mail_blocks_of, mail_block_end from public;
grant execute on function mail_stop, mail_rates_set, mail_blocks_of, mail_block_end to ${app};
grant execute on function mail_blocks_of to ${jobs};

create function mail_barred(m mail) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select 'BLOCKED' where exists (select from mail_block b where b.address = lower(m.recipient))
$$;
comment on function mail_barred is 'why a mail may not go to its recipient, as mail.gave_up names it; null: it may';

-- What may leave now goes to the worker: the oldest that are due, none while an earlier mail to the same person waits,
-- within the rates of all nodes together. What no mail may go to is given up here, in the transaction that would claim it.
-- One claim at a time. A domain takes what gathered in one second at once, the rest gets a turn and keeps it.
create function mail_claim(of_worker text, lease interval, most int) returns setof mail
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    control mail_control%rowtype;
    free timestamptz;
    room int;
    took int := 0;
    got int;
begin
    select next_at into free from mail_pace where domain = '' for update;
    select * into control from mail_control;
    if control.stopped_at is not null then
        return;
    end if;
    free := greatest(free, now() - interval '1 second');
    room := least(most, floor(extract(epoch from now() - free) * control.per_second));
    if room < 1 then
        return;
    end if;
    -- Mostly all that are due may go. Where not, one wider look passes by what waits for its turn.
    return query select * from mail_claim_among(of_worker, lease, room, room, control.per_domain);
    get diagnostics took = row_count;
    if took < room then
        return query select * from mail_claim_among(of_worker, lease, room - took, 200, control.per_domain);
        get diagnostics got = row_count;
        took := took + got;
    end if;
    update mail_pace set next_at = free + took * interval '1 second' / control.per_second where domain = '';
end
$$;

-- Claims at most so many of the oldest that are due. In the order of their age each gets a turn at its domain; those
-- behind the last one claimed stay as they are.
create function mail_claim_among(of_worker text, lease interval, room int, among int, each_domain int) returns setof mail
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    return query with due as materialized (
        select o.id, o.next_attempt_at as due_at, o.slot_at >= now() - interval '10 seconds' as has_turn,
               lower(split_part(o.recipient, '@', 2)) collate "C" as host, mail_barred(o.m) as barred
            from (select x.id, x.next_attempt_at, x.slot_at, x.recipient, x as m from mail x
                    where x.status in ('WAITING', 'SENDING') and x.next_attempt_at <= now() and x.id = (
                        select min(e.id) from mail e where e.recipient = x.recipient and e.status in ('WAITING', 'SENDING'))
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

-- How long until something that waits for a rate alone may go, at most a second ahead; null: nothing does.
create function mail_wait() returns interval
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select greatest(next_due.at, p.next_at + interval '1 second' / c.per_second) - now()
        from mail_pace p cross join mail_control c
            cross join lateral (select min(m.next_attempt_at) as at from mail m where m.status in ('WAITING', 'SENDING')) next_due
        where p.domain = '' and c.stopped_at is null and next_due.at < now() + interval '1 second'
            and not (next_due.at <= now() and p.next_at <= now() - interval '1 second')
$$;
revoke all on function mail_claim, mail_claim_among, mail_barred, mail_wait, mail_master from public;
grant execute on function mail_claim, mail_claim_among, mail_barred, mail_wait to ${jobs};

-- The address has failed for good: no mail goes there from now on.
create function mail_block_address(of_address text, of_cause text, words text, of_mail bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into mail_block (address, org_path, cause, reason, mail_id)
        values (lower(of_address), coalesce((select m.org_path from mail m where m.id = of_mail), '0000.'), of_cause,
            coalesce(nullif(left(words, 500), ''), '-'), of_mail)
        on conflict (address, org_path) do nothing;
    return found;
end
$$;
revoke all on function mail_block_address from public;
grant execute on function mail_block_address to ${jobs}, ${app};

-- A mail came back; null when it is none of ours or was known to have failed. For good: its address failed.
create function mail_bounced(of_message text, words text, for_good boolean) returns bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    found_id bigint;
    to_whom text;
begin
    update mail set status = 'DEAD', gave_up = 'BOUNCED', last_error = left(words, 500), version = version + 1
        where message_id = of_message and status = 'SENT' returning id, recipient into found_id, to_whom;
    if found_id is not null and for_good then
        perform mail_block_address(to_whom, 'BOUNCED', words, found_id);
    end if;
    return found_id;
end
$$;
revoke all on function mail_bounced from public;
grant execute on function mail_bounced to ${app}, ${jobs};
