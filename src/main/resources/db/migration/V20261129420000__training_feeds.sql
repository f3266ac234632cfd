-- Secret links by which a calendar program reads what somebody's enterprise has registered for.

create sequence training_feed_seq start with 50 increment by 50;
create table training_feed (
    id             bigint primary key default nextval('training_feed_seq'),
    account_id     bigint not null,
    assignment_id  bigint not null,
    language       text not null check (language in ('ZH', 'EN')),
    token_hash     bytea not null unique check (length(token_hash) = 32),
    created_at     timestamptz not null default now(),
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    -- It shows what its owner sees for the enterprise he made it for.
    foreign key (assignment_id, account_id) references role_assignment (id, account_id)
);
comment on table training_feed is 'scoped: secret links to calendars of trainings by the SHA-256 of the token; the owner''s alone';
create index training_feed_account on training_feed (account_id, id);
create index training_feed_end on training_feed (revoked_at) where revoked_at is not null;
alter table training_feed enable row level security;
create policy training_feed_read on training_feed for select to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint);
-- A token makes no links: what it may read ends with it.
create policy training_feed_add on training_feed for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and nullif(current_setting('app.token', true), '') is null);
create policy training_feed_change on training_feed for update to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy training_feed_purge on training_feed to ${jobs} using (true);
-- Not the hash: only training_feed_of looks at it.
grant select (id, account_id, assignment_id, language, created_at, revoked_at, last_used_at), insert, update (revoked_at)
    on training_feed to ${app};
grant select, delete on training_feed to ${jobs};
grant usage on sequence training_feed_seq to ${app};

-- What a link shows: registrations of the enterprise, as far as its owner still acts for it with the right to register.
-- One row without a registration where there is none to show; no row: the link opens nothing. Notes its use at most once
-- a minute, and never waits for another request that does.
create function training_feed_of(hash bytea, on_day date, moment timestamptz)
    returns table (feed bigint, language text, registration bigint, sequence int, name text, mail text, status text,
        session_id bigint, link text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    f training_feed%rowtype;
    of_enterprise bigint;
begin
    select * into f from training_feed t where t.token_hash = hash and t.revoked_at is null;
    if not found then
        return;
    end if;
    select r.enterprise_id into of_enterprise from acting_roles(f.account_id, on_day) a
        join role_assignment r on r.id = a.assignment_id
        cross join lateral enterprise_standing(r.account_id, r.enterprise_id, on_day) e
        where a.assignment_id = f.assignment_id and a.substitution_id is null and a.role = 'ENTERPRISE_USER'
            and 'REGISTER' = any (string_to_array(e.rights, ','));
    if not found then
        return;
    end if;
    if f.last_used_at is null or f.last_used_at < moment - interval '1 minute' then
        update training_feed set last_used_at = moment
            where id = (select id from training_feed where id = f.id for update skip locked);
    end if;
    return query
        select f.id, f.language, r.id, greatest(r.sequence, 0), r.name, r.mail, r.status, r.session_id,
            case when r.status = 'REGISTERED' and s.kind <> 'OBSERVATION' then s.link end
        from (values (1)) one (row)
            left join (training_registration r join training_session s on s.id = r.session_id) on r.enterprise_id = of_enterprise
                and r.status <> 'UNCONFIRMED' and (r.sequence >= 0 or r.status = 'REGISTERED')
                and s.ends_at > moment - interval '60 days' and s.status <> 'DRAFT'
        order by s.starts_at, r.id limit 1000;
end
$$;
revoke all on function training_feed_of from public;
grant execute on function training_feed_of to ${app};
