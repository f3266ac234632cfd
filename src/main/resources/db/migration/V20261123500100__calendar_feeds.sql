-- Secret links by which a calendar program reads what the calendar of campaigns shows an officer.

create sequence calendar_feed_seq start with 50 increment by 50;
create table calendar_feed (
    id             bigint primary key default nextval('calendar_feed_seq'),
    account_id     bigint not null,
    org_path       text collate "C" not null,
    assignment_id  bigint not null,
    whose          text not null check (whose in ('MINE', 'UNIT', 'BELOW')),
    language       text not null check (language in ('ZH', 'EN')),
    token_hash     bytea not null unique check (length(token_hash) = 32),
    created_at     timestamptz not null default now(),
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    last_used_from text,
    foreign key (account_id, org_path) references account (id, org_path) on update cascade,
    -- It shows what its owner sees in a role of his own, never in one he stands in for.
    foreign key (assignment_id, account_id) references role_assignment (id, account_id)
);
comment on table calendar_feed is 'scoped: secret links to calendars by the SHA-256 of the token, by the path of their owner''s home unit; the owner''s alone';
create index calendar_feed_account on calendar_feed (account_id, id);
create index calendar_feed_scope on calendar_feed (org_path, id);
create index calendar_feed_end on calendar_feed (revoked_at) where revoked_at is not null;
alter table calendar_feed enable row level security;
create policy calendar_feed_read on calendar_feed for select to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint);
-- A token makes no links: what it may read ends with it.
create policy calendar_feed_add on calendar_feed for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and nullif(current_setting('app.token', true), '') is null);
create policy calendar_feed_change on calendar_feed for update to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy calendar_feed_purge on calendar_feed to ${jobs} using (true);
-- Not the hash: only find_calendar_feed looks at it.
grant select (id, account_id, org_path, assignment_id, whose, language, created_at, revoked_at, last_used_at, last_used_from),
    insert, update (revoked_at) on calendar_feed to ${app};
grant select, delete on calendar_feed to ${jobs};
grant usage on sequence calendar_feed_seq to ${app};

-- The viewer behind a link and what it shows, or no row: unknown, revoked, its owner suspended, or the role over. Notes
-- its use at most once a minute, and never waits for another request that does.
create function find_calendar_feed(hash bytea, on_day date, moment timestamptz, from_address text)
    returns table (account_id bigint, login text, name_zh text, name_en text, role text, assignment_id bigint,
                   unit_id bigint, org_path text, feed_id bigint, whose text, language text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    f calendar_feed%rowtype;
begin
    select * into f from calendar_feed where token_hash = hash;
    if not found or f.revoked_at is not null then
        return;
    end if;
    return query
        select a.id, a.login, a.name_zh, a.name_en, r.role, r.assignment_id, r.unit_id, r.org_path, f.id, f.whose, f.language
        from account a cross join lateral acting_roles(a.id, on_day) r
        where a.id = f.account_id and a.kind = 'OFFICER' and a.suspended_at is null
            and r.assignment_id = f.assignment_id and r.substitution_id is null;
    if found and (f.last_used_at is null or f.last_used_at < moment - interval '1 minute') then
        update calendar_feed set last_used_at = moment, last_used_from = from_address
            where id = (select id from calendar_feed where id = f.id for update skip locked);
    end if;
end
$$;
revoke all on function find_calendar_feed from public;
grant execute on function find_calendar_feed to ${app};
