-- What requests leave behind: answers to repeat for an Idempotency-Key, and counters of rate limits.

create table idempotency_record (
    account_id   bigint not null references account,
    key          text not null,
    request      text not null,
    body_hash    bytea not null,
    status       int,
    content_type text,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (account_id, key)
);
comment on table idempotency_record is 'scoped: the answer given to a POST with an Idempotency-Key, kept 24 hours for the same person';
create index idempotency_record_age on idempotency_record (created_at);
alter table idempotency_record enable row level security;
create policy idempotency_record_own on idempotency_record to ${app}
    using (account_id = nullif(current_setting('app.account', true), '')::bigint)
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy idempotency_record_purge on idempotency_record to ${jobs} using (true);
grant select, insert, update, delete on idempotency_record to ${app};
grant select, delete on idempotency_record to ${jobs};

create unlogged table rate_counter (
    key          text not null,
    window_start timestamptz not null,
    used         int not null,
    primary key (key, window_start)
);
comment on table rate_counter is 'system: requests counted per key and window; reached only through take_permit';
create index rate_counter_age on rate_counter (window_start);
grant select, delete on rate_counter to ${jobs};

-- Lets a request pass, counting it against the key (0), or counts nothing and says how many seconds to wait.
-- The previous window counts with the share of it that a window ending now still covers. Refused requests do not
-- count: who keeps trying would never get through. Call it in a transaction of its own: the counter's row stays locked
-- until the end, and a rollback forgets the request.
create function take_permit(wanted text, allowed int, window_seconds int) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    now_s double precision := extract(epoch from clock_timestamp());
    start_s double precision := floor(now_s / window_seconds) * window_seconds;
    share double precision := 1 - (now_s - start_s) / window_seconds;
    previous double precision;
    current double precision;
begin
    select coalesce(max(used), 0) into previous from rate_counter
        where key = wanted and window_start = to_timestamp(start_s - window_seconds);
    insert into rate_counter (key, window_start, used) values (wanted, to_timestamp(start_s), 0)
        on conflict (key, window_start) do nothing;
    update rate_counter set used = used + 1
        where key = wanted and window_start = to_timestamp(start_s) and used + 1 + previous * share <= allowed;
    if found then
        return 0;
    end if;
    select used into current from rate_counter where key = wanted and window_start = to_timestamp(start_s);
    if current < allowed and previous > 0 then
        -- Room comes while the previous window fades.
        return greatest(1, ceil(window_seconds * (share - (allowed - current - 1) / previous)));
    end if;
    -- Room comes while this window fades in the next one.
    return greatest(1, ceil(window_seconds * (share + 1 - (allowed - 1) / greatest(current, 1))));
end
$$;
revoke all on function take_permit from public;
grant execute on function take_permit to ${app};
