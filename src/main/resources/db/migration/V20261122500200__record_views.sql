-- Who looked at the record of an enterprise: one row for a person, an enterprise and an hour.

create sequence record_view_seq start with 50 increment by 50;
create table record_view (
    id            bigint primary key default nextval('record_view_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    account_id    bigint not null references account,
    absent_id     bigint references account,
    assignment_id bigint references role_assignment,
    token_name    text,
    at            timestamptz not null,
    unique (enterprise_id, account_id, at),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade
);
comment on table record_view is 'scoped: who looked at an enterprise, once an hour, by the path of its house; at is the full hour';
create index record_view_scope on record_view (org_path, id);
create index record_view_account on record_view (account_id, id);
create index record_view_age on record_view (at);
alter table record_view enable row level security;
create policy record_view_read on record_view for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy record_view_purge on record_view to ${jobs} using (true);
grant select on record_view to ${app};
grant select, delete on record_view to ${jobs};

-- Notes that the viewer looks at an enterprise he can see. One statement; nobody writes the table otherwise.
create function note_record_view(wanted bigint) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into record_view (enterprise_id, unit_id, org_path, account_id, absent_id, assignment_id, token_name, at)
        select e.id, e.unit_id, e.org_path, nullif(current_setting('app.account', true), '')::bigint,
               nullif(current_setting('app.absent', true), '')::bigint,
               nullif(current_setting('app.assignment', true), '')::bigint,
               nullif(current_setting('app.token_name', true), ''), date_trunc('hour', now())
        from enterprise e
        where e.id = wanted and e.org_path >= nullif(current_setting('app.lo', true), '')
            and e.org_path < current_setting('app.hi', true)
        on conflict do nothing
$$;

-- Names and roles of those who looked, for whoever may read the log: a superior's officer is outside his range.
create function viewer_facts(who bigint, assignment bigint)
    returns table (login text, name_zh text, name_en text, unit_zh text, unit_en text, role text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.login, a.name_zh, a.name_en, n.zh, n.en, r.role
    from account a left join role_assignment r on r.id = assignment
        left join unit_name n on n.unit_id = r.unit_id and n.valid_to is null
    where a.id = who and nullif(current_setting('app.lo', true), '') is not null
$$;
revoke all on function note_record_view, viewer_facts from public;
grant execute on function note_record_view, viewer_facts to ${app};
