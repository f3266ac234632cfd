-- What was promised in a contact and has to be done, and contacts with people nobody can name.

create sequence task_seq start with 50 increment by 50;
create table task (
    id            bigint primary key default nextval('task_seq'),
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    owner_id      bigint not null references account,
    touchpoint_id bigint references touchpoint,
    enterprise_id bigint references enterprise,
    title         text not null check (title <> ''),
    due_on        date not null,
    status        text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'DROPPED')),
    outcome       text,
    account_id    bigint not null references account,
    created_at    timestamptz not null default now(),
    closed_at     timestamptz,
    closed_by     bigint references account,
    version       bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((status = 'OPEN') = (closed_at is null))
);
comment on table task is 'scoped: follow-up tasks, by the path of the unit in which the owner has them; the owner and who stands in for him see them wherever they act';
create index task_scope on task (org_path, due_on, id);
create index task_owner on task (owner_id, due_on, id) where status = 'OPEN';
create index task_touchpoint on task (touchpoint_id) where touchpoint_id is not null;
create index task_enterprise on task (enterprise_id) where enterprise_id is not null;

-- Whose tasks are the viewer's today: his own, and those of officers he stands in for.
create function task_owners() returns setof bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select nullif(current_setting('app.account', true), '')::bigint
    union
    select s.absent_id from substitution s
        where s.substitute_id = nullif(current_setting('app.account', true), '')::bigint
            and s.revoked_at is null and china_day() between s.first_day and s.last_day
$$;
revoke all on function task_owners from public;
grant execute on function task_owners to ${app};

alter table task enable row level security;
create policy task_read on task for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or owner_id in (select task_owners()));
create policy task_add on task for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
-- An auditor writes nothing, not even what is his own.
create policy task_change on task for update to ${app} using (
    nullif(current_setting('app.write_lo', true), '') is not null
    and ((org_path >= current_setting('app.write_lo', true) and org_path < current_setting('app.write_hi', true))
        or owner_id in (select task_owners())));
grant select, insert on task to ${app};
grant update (unit_id, org_path, owner_id, due_on, status, outcome, closed_at, closed_by, version) on task to ${app};
grant usage on sequence task_seq to ${app};

create table task_digest (
    account_id bigint not null references account,
    day        date not null,
    primary key (account_id, day)
);
comment on table task_digest is 'system: to whom the letter about due tasks of a day was written, so that there is one at most';

-- Up to so many people with tasks due by the day who have not been told on it, who count as told from now on. For the
-- schedule only: whoever is signed in is refused. A suspended person is not told; his substitute sees the tasks.
create function take_task_digests(on_day date, most int)
    returns table (account_id bigint, name_zh text, name_en text, mail text, language text, org_path text,
                   overdue bigint, today bigint, first_title text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        with due as (
            select t.owner_id, count(*) filter (where t.due_on < on_day) as overdue,
                   count(*) filter (where t.due_on = on_day) as today,
                   (array_agg(t.title order by t.due_on, t.id))[1] as first_title
                from task t
                where t.status = 'OPEN' and t.due_on <= on_day
                    and not exists (select from task_digest d where d.account_id = t.owner_id and d.day = on_day)
                group by t.owner_id),
        people as (
            select a.id, a.name_zh, a.name_en, a.mail, a.language, a.org_path, due.overdue, due.today, due.first_title
                from due join account a on a.id = due.owner_id
                where a.suspended_at is null order by a.id limit most),
        told as (
            insert into task_digest select id, on_day from people on conflict do nothing returning task_digest.account_id)
        select p.* from people p join told on told.account_id = p.id;
end
$$;
revoke all on function take_task_digests from public;
grant execute on function take_task_digests to ${app};

create sequence broadcast_seq start with 50 increment by 50;
create table broadcast (
    id               bigint primary key default nextval('broadcast_seq'),
    unit_id          bigint not null,
    org_path         text collate "C" not null,
    happened_on      date not null,
    channel          text not null references contact_channel,
    title            text not null check (title <> ''),
    audience         int not null check (audience >= 0),
    counted          boolean not null,
    how_known        text,
    note             text,
    account_id       bigint not null references account,
    created_at       timestamptz not null default now(),
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    version          bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table broadcast is 'scoped: contacts with people nobody can name, by the path of the unit; shown beside who was reached and never added to it';
comment on column broadcast.counted is 'whether the audience was counted; otherwise it is an estimate';
create index broadcast_scope on broadcast (org_path, happened_on desc, id desc);
alter table broadcast enable row level security;
create policy broadcast_read on broadcast for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy broadcast_add on broadcast for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy broadcast_change on broadcast for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on broadcast to ${app};
grant update (withdrawn_at, withdrawn_reason, version) on broadcast to ${app};
grant usage on sequence broadcast_seq to ${app};

-- How many open tasks were promised in a touchpoint the viewer may write, those too he does not see.
create function touchpoint_open_tasks(wanted bigint) returns bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select count(*) from task k join touchpoint t on t.id = k.touchpoint_id
        where k.touchpoint_id = wanted and k.status = 'OPEN'
            and t.org_path >= nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true)
$$;
revoke all on function touchpoint_open_tasks from public;
grant execute on function touchpoint_open_tasks to ${app};
