-- The letter of the day tells of tasks and, to coordinators, of their enterprises: contacts that are overdue, re-checks
-- that are due. One letter for each person and day.

alter table task_digest rename to daily_letter;
comment on table daily_letter is 'system: to whom the letter of a day was written, so that there is one at most';

-- Up to so many people who are to be told on this day and have not been, who count as told from now on. Tasks are told
-- every day they are due; of a portfolio somebody is told when something has become due since his last letter, and on
-- Mondays of all that is. For the schedule only: whoever is signed in is refused. A suspended person is not told, nor a
-- coordinator without a role that reaches the enterprise; who stands in sees it all on his first page.
drop function take_task_digests(date, int);
create function take_daily_letters(on_day date, most int)
    returns table (account_id bigint, name_zh text, name_en text, mail text, language text, org_path text,
                   overdue bigint, today bigint, first_title text, contacts bigint, rechecks bigint)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        with tasks as (
            select t.owner_id as id, count(*) filter (where t.due_on < on_day) as overdue,
                   count(*) filter (where t.due_on = on_day) as today,
                   (array_agg(t.title order by t.due_on, t.id))[1] as first_title
                from task t where t.status = 'OPEN' and t.due_on <= on_day group by t.owner_id),
        last as (
            select d.account_id as id, max(d.day) as day from daily_letter d where d.day < on_day group by d.account_id),
        due as (
            select e.coordinator_id as id, e.next_contact_due < on_day as contact, e.journey_step = 'RECHECK_DUE' as recheck,
                   -- What was overdue on the day of the last letter was told in it.
                   coalesce((e.next_contact_due < on_day and e.next_contact_due >= coalesce(l.day, '-infinity'))
                       or (e.journey_step = 'RECHECK_DUE' and coalesce(e.journey_since, '-infinity') >= coalesce(l.day, '-infinity')),
                       false) as fresh
                from enterprise e left join last l on l.id = e.coordinator_id
                where e.coordinator_id is not null and e.merged_into is null
                    and (e.next_contact_due < on_day or e.journey_step = 'RECHECK_DUE')
                    and exists (select from role_assignment r join unit u on u.id = r.unit_id
                        where r.account_id = e.coordinator_id and r.role = any (coordinating_roles())
                            and starts_with(e.org_path, r.org_path) and on_day >= r.valid_from
                            and (r.valid_to is null or on_day <= r.valid_to)
                            and (u.closed_on is null or on_day < u.closed_on))),
        portfolios as (
            select d.id, count(*) filter (where d.contact) as contacts, count(*) filter (where d.recheck) as rechecks
                from due d group by d.id having bool_or(d.fresh) or extract(isodow from on_day) = 1),
        people as (
            select a.id, a.name_zh, a.name_en, a.mail, a.language, a.org_path, coalesce(t.overdue, 0), coalesce(t.today, 0),
                   t.first_title, coalesce(p.contacts, 0), coalesce(p.rechecks, 0)
                from tasks t full join portfolios p on p.id = t.id join account a on a.id = coalesce(t.id, p.id)
                where a.suspended_at is null
                    and not exists (select from daily_letter d where d.account_id = a.id and d.day = on_day)
                order by a.id limit most),
        told as (
            insert into daily_letter select id, on_day from people on conflict do nothing
                returning daily_letter.account_id)
        select p.* from people p join told on told.account_id = p.id;
end
$$;
revoke all on function take_daily_letters from public;
grant execute on function take_daily_letters to ${app};
