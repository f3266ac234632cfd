-- What a follower with nothing to hear has behind him is closed, too, so that little is looked through and kept.
-- Up to so many people who have something to be told, which counts as told from now on: how many of the documents they
-- follow changed, and the newest five of them, the newest first, between commas. What is told each morning or Monday is
-- what changed until half past seven in Shanghai. For the schedule only: whoever is signed in is refused.
create or replace function take_follow_letters(most int)
    returns table (account_id bigint, name_zh text, name_en text, mail text, language text, org_path text, many bigint,
                   codes text)
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
            select f.account_id, f.what, f.target, d.id as document_id, d.version, d.code, d.changed_at,
                   case f.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end as slot
                from library_follow f join account o on o.id = f.account_id join document d
                    on (f.what = 'DOCUMENT' and d.code = f.target)
                        or (f.what = 'TOPIC' and d.topics @> array[f.target] and (d.org_path = '0000.'
                            or starts_with(o.org_path, d.org_path) or starts_with(d.org_path, o.org_path)))
                where d.changed_at > f.told_at - interval '1 day'
                    and d.changed_at <= case f.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end
                    and not exists (select from library_told t where t.account_id = f.account_id and t.what = f.what
                        and t.target = f.target and t.document_id = d.id and t.version >= d.version)),
        people as (
            select a.id, a.name_zh, a.name_en, a.mail, a.language, a.org_path
                from account a where a.suspended_at is null and a.id in (select account_id from due)
                order by a.id limit most for update of a skip locked),
        told as (
            update library_follow f set told_at = greatest(f.told_at, d.slot) from due d join people p on p.id = d.account_id
                where f.account_id = d.account_id and f.what = d.what and f.target = d.target),
        -- Who has nothing to be told need not have more than a day looked through.
        closed as (
            update library_follow f set told_at = s.slot
                from (select o.account_id, o.what, o.target,
                        case o.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end as slot
                    from library_follow o) s
                where f.account_id = s.account_id and f.what = s.what and f.target = s.target
                    and f.told_at <= s.slot - interval '1 day'
                    and not exists (select from due d where d.account_id = f.account_id and d.what = f.what
                        and d.target = f.target)),
        known as (
            insert into library_told as t (account_id, what, target, document_id, version)
                select d.account_id, d.what, d.target, d.document_id, d.version
                    from due d join people p on p.id = d.account_id
                on conflict (account_id, what, target, document_id) do update set version = excluded.version)
        select p.id, p.name_zh, p.name_en, p.mail, p.language, p.org_path, count(*),
               array_to_string((array_agg(d.code order by d.changed_at desc, d.code))[1:5], ',')
            from people p join (select distinct account_id, code, changed_at from due) d on d.account_id = p.id
            group by p.id, p.name_zh, p.name_en, p.mail, p.language, p.org_path;
    delete from library_told t using library_follow f, document d
        where f.account_id = t.account_id and f.what = t.what and f.target = t.target and d.id = t.document_id
            and d.changed_at <= f.told_at - interval '1 day';
end
$$;
