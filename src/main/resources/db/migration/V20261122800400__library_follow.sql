-- Following documents and topics: a letter when they change, at once, each morning or each Monday.

create table library_follow (
    account_id bigint not null references account,
    what       text collate "C" not null check (what in ('DOCUMENT', 'TOPIC')),
    target     text collate "C" not null,
    cadence    text collate "C" not null check (cadence in ('AT_ONCE', 'DAILY', 'WEEKLY')),
    told_at    timestamptz not null default now(),
    primary key (account_id, what, target)
);
comment on table library_follow is 'scoped: which documents and topics a person follows, his own only; changes up to told_at were told or are older';
create index library_follow_target on library_follow (what, target);
alter table library_follow enable row level security;
create policy library_follow_own on library_follow to ${app}
    using (account_id = nullif(current_setting('app.account', true), '')::bigint)
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint);
grant select, insert, delete on library_follow to ${app};
grant update (cadence) on library_follow to ${app};

-- Up to so many people who have something to be told, which counts as told from now on: how many of the documents they
-- follow changed, and the newest of them. What is told each morning or Monday is what changed until half past seven in
-- Shanghai. For the schedule only: whoever is signed in is refused.
create function take_follow_letters(most int)
    returns table (account_id bigint, name_zh text, name_en text, mail text, language text, org_path text, many bigint,
                   first_code text)
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
        with due as (
            select f.account_id, f.what, f.target, d.code, d.changed_at,
                   case f.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end as slot
                from library_follow f join document d
                    on (f.what = 'DOCUMENT' and d.code = f.target) or (f.what = 'TOPIC' and d.topics @> array[f.target])
                where d.changed_at > f.told_at
                    and d.changed_at <= case f.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end),
        people as (
            select a.id, a.name_zh, a.name_en, a.mail, a.language, a.org_path
                from account a where a.suspended_at is null and a.id in (select account_id from due)
                order by a.id limit most for update of a skip locked),
        told as (
            update library_follow f set told_at = d.slot from due d join people p on p.id = d.account_id
                where f.account_id = d.account_id and f.what = d.what and f.target = d.target)
        select p.id, p.name_zh, p.name_en, p.mail, p.language, p.org_path, count(distinct d.code),
               (array_agg(d.code order by d.changed_at desc, d.code))[1]
            from people p join due d on d.account_id = p.id
            group by p.id, p.name_zh, p.name_en, p.mail, p.language, p.org_path;
end
$$;
revoke all on function take_follow_letters from public;
grant execute on function take_follow_letters to ${app};
