-- Letters of followers name the newest five of the documents that changed, not one; who follows a topic hears of what
-- districts write in his own area only.
drop function take_follow_letters;

-- Up to so many people who have something to be told, which counts as told from now on: how many of the documents they
-- follow changed, and the newest five of them, the newest first, between commas. What is told each morning or Monday is what changed until half past seven in
-- Shanghai. For the schedule only: whoever is signed in is refused.
create function take_follow_letters(most int)
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
            select f.account_id, f.what, f.target, d.code, d.changed_at,
                   case f.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end as slot
                from library_follow f join account o on o.id = f.account_id join document d
                    on (f.what = 'DOCUMENT' and d.code = f.target)
                        or (f.what = 'TOPIC' and d.topics @> array[f.target] and (d.org_path = '0000.'
                            or starts_with(o.org_path, d.org_path) or starts_with(d.org_path, o.org_path)))
                where d.changed_at > f.told_at
                    and d.changed_at <= case f.cadence when 'AT_ONCE' then now() when 'DAILY' then day_slot else week_slot end),
        people as (
            select a.id, a.name_zh, a.name_en, a.mail, a.language, a.org_path
                from account a where a.suspended_at is null and a.id in (select account_id from due)
                order by a.id limit most for update of a skip locked),
        told as (
            update library_follow f set told_at = d.slot from due d join people p on p.id = d.account_id
                where f.account_id = d.account_id and f.what = d.what and f.target = d.target)
        select p.id, p.name_zh, p.name_en, p.mail, p.language, p.org_path, count(*),
               array_to_string((array_agg(d.code order by d.changed_at desc, d.code))[1:5], ',')
            from people p join (select distinct account_id, code, changed_at from due) d on d.account_id = p.id
            group by p.id, p.name_zh, p.name_en, p.mail, p.language, p.org_path;
end
$$;
revoke all on function take_follow_letters from public;
grant execute on function take_follow_letters to ${app};
