-- What people want to get: mail that is no service message names its topic and carries a secret link, by which its reader
-- says without signing in what he gets, in which language and how often.

alter table mail add topic text check (topic in ('CAMPAIGN', 'LIBRARY', 'WORK'));
alter table mail add link text check (link ~ '^[A-Za-z0-9_-]{43}$');
alter table mail add check ((topic is null) = (link is null));
comment on column mail.topic is 'what its reader may decline; null: a service message, which he gets because of something he did or must know';
comment on column mail.link is 'the secret part of the link its text ends with; it opens what its recipient wants to get, nothing else';
create unique index mail_link on mail (link) where link is not null;

alter table mail add record text collate "C" check (record ~ '^/[A-Za-z0-9/_-]{1,200}$');
comment on column mail.record is 'the page of the record it is about, which shows what became of it; null: no such page';
create index mail_record on mail (record, id) where record is not null;

create table mail_choice (
    address    text primary key check (address = lower(address)),
    declined   text[] not null check (declined <@ array['CAMPAIGN', 'LIBRARY', 'WORK']),
    changed_at timestamptz not null default now()
);
comment on table mail_choice is 'system: the topics an address wants no mail about';
grant select on mail_choice to ${jobs};

create or replace function mail_barred(m mail) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case when exists (select from mail_block b where b.address = lower(m.recipient)) then 'BLOCKED'
        when m.topic is not null and exists (
            select from mail_choice c where c.address = lower(m.recipient) and m.topic = any (c.declined)) then 'DECLINED' end
$$;

-- What the reader of the mail with that link gets now; no row: there is no such link. Language, frequency and channel are
-- null where nothing of his has one.
create function mail_choices(secret text)
    returns table (mail_id bigint, org_path text, address text, topic text, declined text[], language text, frequency text,
                   channel text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select m.id, m.org_path, m.recipient, m.topic, coalesce(c.declined, '{}'),
           coalesce((select a.language from account a where lower(a.mail) = lower(m.recipient) order by a.id limit 1),
               (select p.language from contact_person p where lower(p.mail) = lower(m.recipient) and p.ended_at is null
                    and p.erased_at is null order by p.id limit 1)),
           (select f.cadence from library_follow f join account a on a.id = f.account_id
                where lower(a.mail) = lower(m.recipient) group by f.cadence order by count(*) desc, f.cadence limit 1),
           (select p.preferred_channel from contact_person p where lower(p.mail) = lower(m.recipient) and p.ended_at is null
                and p.erased_at is null and p.preferred_channel is not null order by p.id limit 1)
        from mail m left join mail_choice c on c.address = lower(m.recipient) where m.link = secret
$$;

-- Keeps it. What is null stays as it is. False: there is no such link.
create function mail_choose(secret text, of_declined text[], of_language text, of_frequency text, of_channel text)
    returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    whose text;
begin
    select lower(m.recipient) into whose from mail m where m.link = secret;
    if whose is null then
        return false;
    end if;
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
    return true;
end
$$;

-- No more mail about the topic of that mail, however often it is said; null: there is no such link.
create function mail_decline(secret text) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    m mail%rowtype;
begin
    select * into m from mail where link = secret;
    if not found then
        return null;
    end if;
    insert into mail_choice as c (address, declined) values (lower(m.recipient), array[m.topic])
        on conflict (address) do update set declined = c.declined || m.topic, changed_at = now()
            where m.topic <> all (c.declined);
    return m.topic;
end
$$;
revoke all on function mail_choices, mail_choose, mail_decline from public;
grant execute on function mail_choices, mail_choose, mail_decline to ${app};
