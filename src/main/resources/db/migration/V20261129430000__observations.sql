-- Watching a validation over a link: the organiser approves each, each has accepted that he keeps it to himself, and gets
-- in by an address of his own on one device. Where the session itself is nobody is told.

create function training_observation_approved() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    new.approval := true;
    return new;
end
$$;
revoke all on function training_observation_approved from public;
create trigger training_observation_approved before insert or update on training_session for each row
    when (new.kind = 'OBSERVATION' and not new.approval) execute function training_observation_approved();
update training_session set approval = true where kind = 'OBSERVATION';

create table training_statement (
    edition    int primary key check (edition > 0),
    text_zh    text not null check (text_zh <> ''),
    text_en    text not null check (text_en <> ''),
    account_id bigint references account,
    since      timestamptz not null default now()
);
comment on table training_statement is 'published: what who observes a validation promises to keep to himself; another wording is another edition';
alter table training_statement enable row level security;
create policy training_statement_read on training_statement for select to ${app} using (true);
-- One wording for the whole administration.
create policy training_statement_add on training_statement for insert to ${app} with check (training_written_below('0000.'));
grant select, insert on training_statement to ${app};
insert into training_statement (edition, text_zh, text_en, since) values (1,
    '本人承诺：观摩期间知悉的被认证企业商业信息、内部管理资料和海关认证工作情况，仅用于本企业了解认证要求；不录音、不录像、不截屏，不向任何第三方提供或公开；本人的入场地址仅供本人使用，不转交他人。',
    'I undertake: what I learn while observing of the business and internal records of the enterprise being validated, and of how customs validate, I use only to understand what validation asks of my own enterprise. I make no recording and no picture of the screen, and pass nothing on to others or make it public. My address of entry is for me alone; I give it to nobody.',
    '2026-01-01');

create table training_pledge (
    registration_id bigint not null references training_registration on delete cascade,
    edition         int not null references training_statement,
    accepted_at     timestamptz not null,
    primary key (registration_id, edition)
);
comment on table training_pledge is 'system: who accepted which edition of the statement, and when';

create table training_admission (
    registration_id bigint primary key references training_registration on delete cascade,
    device_hash     bytea check (length(device_hash) = 32),
    first_at        timestamptz,
    last_at         timestamptz,
    entries         int not null default 0
);
comment on table training_admission is 'system: on which device somebody entered an observation, by the hash of its cookie; null: he may enter on a new one';
alter table training_pledge enable row level security;
alter table training_admission enable row level security;

create function training_statement_now() returns int
    language sql stable
    set search_path = aeo, pg_temp
as $$ select max(edition) from training_statement $$;

-- Whose link it is, or whose own registration, where it is one to an observation.
create function training_observer(link_hash bytea, at timestamptz)
    returns table (registration bigint, session_path text, status text, opens_at timestamptz, ends_at timestamptz,
        session_status text, accepted timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.id, r.session_path, r.status, s.starts_at - interval '15 minutes', s.ends_at, s.status,
        (select p.accepted_at from training_pledge p where p.registration_id = r.id and p.edition = training_statement_now())
    from training_registration r join training_session s on s.id = r.session_id
    where r.id = (select training_keyed(link_hash, at)) and s.kind = 'OBSERVATION'
        and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')
$$;

-- He accepts the edition he was shown. False: there is a newer one, or he has nothing to observe.
create function training_accept_statement(link_hash bytea, of_edition int, at timestamptz) returns boolean
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    his bigint;
begin
    select o.registration into his from training_observer(link_hash, at) o;
    if his is null or of_edition <> training_statement_now() then
        return false;
    end if;
    insert into training_pledge (registration_id, edition, accepted_at) values (his, of_edition, at) on conflict do nothing;
    return true;
end
$$;

-- Lets him in: where the session is, or why not. NONE, STATEMENT (he has not accepted), REGISTERED (he is not), EARLY,
-- OVER, NOWHERE (no link was given), DEVICE (he entered on another one), IN, which is his attendance, too. The row of the
-- registration is locked first, so that who withdraws and who enters come one after the other.
create function training_enter(link_hash bytea, of_device bytea, at timestamptz)
    returns table (outcome text, registration bigint, session_path text, link text)
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    o record;
    bound bytea;
begin
    select * into o from training_observer(link_hash, at);
    if not found then
        outcome := 'NONE';
        return next;
        return;
    end if;
    registration := o.registration;
    session_path := o.session_path;
    perform from training_registration r where r.id = o.registration for update;
    outcome := case
        when (select r.status from training_registration r where r.id = o.registration) <> 'REGISTERED' then 'REGISTERED'
        when o.accepted is null then 'STATEMENT'
        when o.session_status not in ('PUBLISHED', 'HELD') or at >= o.ends_at then 'OVER'
        when at < o.opens_at then 'EARLY' end;
    if outcome is null then
        insert into training_admission (registration_id) values (o.registration) on conflict do nothing;
        select a.device_hash into bound from training_admission a where a.registration_id = o.registration;
        select s.link into link from training_registration r join training_session s on s.id = r.session_id
            where r.id = o.registration;
        outcome := case when link is null then 'NOWHERE' when bound is not null and bound <> of_device then 'DEVICE'
            else 'IN' end;
        if outcome = 'IN' then
            update training_admission a set device_hash = of_device, first_at = coalesce(a.first_at, at), last_at = at,
                entries = a.entries + 1 where a.registration_id = o.registration;
            -- Who enters is there, once, until attendance is closed.
            perform training_present(s, r, '{"way": "SELF"}', at) from training_registration r
                join training_session s on s.id = r.session_id where r.id = o.registration and s.status = 'PUBLISHED';
        else
            link := null;
        end if;
    end if;
    return next;
end
$$;

-- Who was approved, who promised, who entered, for the organiser and those above him.
create function training_observers(of_session bigint)
    returns table (registration bigint, number text, name text, mail text, status text, edition int,
        accepted_at timestamptz, first_at timestamptz, last_at timestamptz, entries int, device boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.id, r.number, r.name, r.mail, r.status, p.edition, p.accepted_at, a.first_at, a.last_at,
        coalesce(a.entries, 0), a.device_hash is not null
    from training_registration r join training_session s on s.id = r.session_id and s.kind = 'OBSERVATION'
        left join lateral (select * from training_pledge l where l.registration_id = r.id order by l.edition desc limit 1) p
            on true
        left join training_admission a on a.registration_id = r.id
    where r.session_id = of_session and r.status <> 'UNCONFIRMED'
        and r.session_path >= nullif(current_setting('app.lo', true), '')
        and r.session_path < current_setting('app.hi', true)
    order by r.place limit 1000
$$;

-- An officer of the organiser lets somebody in on another device. Null: he is not his to let in.
create function training_readmit(of_registration bigint) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    path text;
begin
    select r.session_path into path from training_registration r join training_session s on s.id = r.session_id
        where r.id = of_registration and s.kind = 'OBSERVATION' and r.status = 'REGISTERED'
            and training_written_below(r.session_path);
    update training_admission set device_hash = null where registration_id = of_registration and path is not null;
    return path;
end
$$;
revoke all on function training_statement_now, training_observer, training_accept_statement, training_enter,
    training_observers, training_readmit from public;
grant execute on function training_statement_now, training_observer, training_accept_statement, training_enter,
    training_observers, training_readmit to ${app};

-- Where an observation is stands in no page, no letter and no calendar.
create or replace function training_of_ticket(link_hash bytea, at timestamptz)
    returns table (registration bigint, session_id bigint, session_path text, number text, name text, mail text,
        language text, status text, place bigint, offered_until timestamptz, link text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.id, r.session_id, r.session_path, r.number, r.name, r.mail, r.language, r.status,
        training_rank(r.id), r.offered_until,
        case when r.status = 'REGISTERED' and s.kind <> 'OBSERVATION' then s.link end
    from training_ticket t join training_registration r on r.id = t.registration_id
        join training_session s on s.id = r.session_id
    where t.hash = link_hash and t.expires_at > at
$$;

create or replace function training_notices(many int)
    returns table (kind text, sequence int, registration bigint, number text, name text, mail text, language text,
        account bigint, enterprise bigint, offered_until timestamptz, place bigint, reason text, session_id bigint,
        link text, seated boolean)
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with taken as (delete from training_notice where id = any (array(
            select n.id from training_notice n order by n.id limit many for update skip locked))
        returning id, registration_id, kind, sequence)
    select t.kind, t.sequence, r.id, r.number, r.name, r.mail, r.language, r.account_id, r.enterprise_id,
        r.offered_until, training_rank(r.id), r.reason, r.session_id,
        case when r.status = 'REGISTERED' and s.kind <> 'OBSERVATION' then s.link end, r.status = 'REGISTERED'
    from taken t join training_registration r on r.id = t.registration_id join training_session s on s.id = r.session_id
    order by t.id
$$;

create or replace function training_link(of_registration bigint) returns text
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select s.link from training_registration r join training_session s on s.id = r.session_id
        where r.id = of_registration and r.status = 'REGISTERED' and s.kind <> 'OBSERVATION' and training_seen(r)
$$;
