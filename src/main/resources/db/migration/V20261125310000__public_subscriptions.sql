-- Whoever wants to hear of the library without an account: he asks, confirms that the address is his, and gets a digest.

create sequence library_subscription_request_seq start with 50 increment by 50;
create table library_subscription_request (
    id         bigint primary key default nextval('library_subscription_request_seq'),
    hash       bytea not null unique check (length(hash) = 32),
    address    text not null check (address = lower(address)),
    topics     text[] collate "C" not null check (cardinality(topics) between 1 and 100),
    district   bigint references unit,
    language   text collate "C" not null check (language in ('zh', 'en')),
    cadence    text collate "C" not null check (cadence in ('AT_ONCE', 'DAILY', 'WEEKLY')),
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
comment on table library_subscription_request is 'system: what somebody without an account wants to hear of, until he confirms by a letter that the address is his';
comment on column library_subscription_request.hash is 'SHA-256 of the secret in the link of that letter';
create index library_subscription_request_address on library_subscription_request (address);
create index library_subscription_request_over on library_subscription_request (expires_at);

create sequence library_subscription_seq start with 50 increment by 50;
create table library_subscription (
    id           bigint primary key default nextval('library_subscription_seq'),
    address      text not null unique check (address = lower(address)),
    topics       text[] collate "C" not null check (cardinality(topics) between 1 and 100),
    district     bigint references unit,
    language     text collate "C" not null check (language in ('zh', 'en')),
    cadence      text collate "C" not null check (cadence in ('AT_ONCE', 'DAILY', 'WEEKLY')),
    confirmed_at timestamptz not null default now(),
    told_at      timestamptz not null default now()
);
comment on table library_subscription is 'system: addresses that get news of the library without an account, each confirmed by a letter';
comment on column library_subscription.district is 'whose documents it gets besides those for the whole country; null: none';
comment on column library_subscription.told_at is 'changes up to a day before were told or are older, later ones as far as library_subscription_told says';

create table library_subscription_told (
    subscription_id bigint not null references library_subscription on delete cascade,
    document_id     bigint not null references document on delete cascade,
    version         int not null,
    primary key (subscription_id, document_id)
);
comment on table library_subscription_told is 'system: the version of a document a subscriber knows, of those that changed within a day before he was told last';
create index library_subscription_told_document on library_subscription_told (document_id);
grant select, delete on library_subscription_request, library_subscription to ${jobs};

-- Keeps what somebody wants until he confirms it. False: no letter may go there, or enough have gone; nobody is told.
create function library_subscription_asked(link_hash bytea, of_address text, of_topics text[], of_district text,
        of_language text, of_cadence text, until timestamptz) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from mail_block b where b.address = of_address)
            or (select count(*) from library_subscription_request r where r.address = of_address and r.expires_at > now()) >= 5 then
        return false;
    end if;
    insert into library_subscription_request (hash, address, topics, district, language, cadence, expires_at)
        values (link_hash, of_address, of_topics, (select u.id from unit u where u.code = of_district), of_language, of_cadence,
            until);
    return true;
end
$$;

create function library_subscription_waits(link_hash bytea, at timestamptz)
    returns table (topics text[], district bigint, language text, cadence text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.topics, r.district, r.language, r.cadence from library_subscription_request r
        where r.hash = link_hash and r.expires_at > at
$$;

-- Whoever begins, or begins again, knows what is there.
create function library_subscription_begins(begun bigint) returns void
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    insert into library_subscription_told (subscription_id, document_id, version)
        select begun, d.id, d.version from document d where d.changed_at > now() - interval '1 day'
        on conflict (subscription_id, document_id) do update set version = excluded.version;
    update library_subscription set told_at = now() where id = begun
$$;

-- The first who comes with the secret of the letter has the subscription made; nobody after him. Null: it is over.
create function library_subscription_confirmed(link_hash bytea, at timestamptz) returns bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    r library_subscription_request%rowtype;
    held bigint;
    made bigint;
    declined_before boolean;
begin
    delete from library_subscription_request where hash = link_hash and expires_at > at returning * into r;
    if not found then
        return null;
    end if;
    update mail_choice set declined = array_remove(declined, 'LIBRARY'), changed_at = now()
        where address = r.address and 'LIBRARY' = any (declined);
    declined_before := found;
    select s.id into held from library_subscription s where s.address = r.address for update;
    insert into library_subscription as s (address, topics, district, language, cadence)
        values (r.address, r.topics, r.district, r.language, r.cadence)
        on conflict (address) do update set topics = excluded.topics, district = excluded.district,
            language = excluded.language, cadence = excluded.cadence, confirmed_at = now()
        returning s.id into made;
    if held is null or declined_before then
        perform library_subscription_begins(made);
    end if;
    return made;
end
$$;
revoke all on function library_subscription_asked, library_subscription_waits, library_subscription_begins,
    library_subscription_confirmed from public;
grant execute on function library_subscription_asked, library_subscription_waits, library_subscription_confirmed to ${app};

-- Up to so many subscribers who have something to be told, which counts as told from now on: how many documents are new or
-- have changed, and the newest twenty of them, the newest first, between commas. What is told each morning or Monday is what
-- changed until half past seven in Shanghai. For the schedule only: whoever is signed in is refused.
create function take_subscription_letters(most int)
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
                   exists (select from mail_block b where b.address = s.address) or exists (select from mail_choice c
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
revoke all on function take_subscription_letters from public;
grant execute on function take_subscription_letters to ${app};

-- The link of a digest opens what its subscriber gets.
create or replace function mail_choices(secret text)
    returns table (mail_id bigint, org_path text, address text, topic text, declined text[], language text, frequency text,
                   channel text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select m.id, m.org_path, m.recipient, m.topic, coalesce(c.declined, '{}'),
           coalesce((select a.language from account a where lower(a.mail) = lower(m.recipient) order by a.id limit 1),
               (select p.language from contact_person p where lower(p.mail) = lower(m.recipient) and p.ended_at is null
                    and p.erased_at is null order by p.id limit 1),
               s.language),
           coalesce((select f.cadence from library_follow f join account a on a.id = f.account_id
                where lower(a.mail) = lower(m.recipient) group by f.cadence order by count(*) desc, f.cadence limit 1),
               s.cadence),
           (select p.preferred_channel from contact_person p where lower(p.mail) = lower(m.recipient) and p.ended_at is null
                and p.erased_at is null and p.preferred_channel is not null order by p.id limit 1)
        from mail m left join mail_choice c on c.address = lower(m.recipient)
            left join library_subscription s on s.address = lower(m.recipient) where m.link = secret
$$;

create or replace function mail_choose(secret text, of_declined text[], of_language text, of_frequency text, of_channel text)
    returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    whose text;
    resumed bigint;
begin
    select lower(m.recipient) into whose from mail m where m.link = secret;
    if whose is null then
        return false;
    end if;
    select s.id into resumed from library_subscription s join mail_choice c on c.address = s.address
        where s.address = whose and 'LIBRARY' = any (c.declined) and 'LIBRARY' <> all (of_declined);
    insert into mail_choice (address, declined) values (whose, of_declined)
        on conflict (address) do update set declined = excluded.declined, changed_at = now();
    update account set language = of_language, version = version + 1
        where lower(mail) = whose and language is distinct from of_language and of_language is not null;
    update contact_person set language = coalesce(of_language, language),
            preferred_channel = coalesce(of_channel, preferred_channel), version = version + 1
        where lower(mail) = whose and ended_at is null and erased_at is null
            and (language is distinct from coalesce(of_language, language)
                or preferred_channel is distinct from coalesce(of_channel, preferred_channel));
    update library_follow set cadence = of_frequency
        where of_frequency is not null and cadence <> of_frequency
            and account_id in (select a.id from account a where lower(a.mail) = whose);
    update library_subscription set language = coalesce(of_language, language), cadence = coalesce(of_frequency, cadence)
        where address = whose;
    if resumed is not null then
        perform library_subscription_begins(resumed);
    end if;
    return true;
end
$$;
