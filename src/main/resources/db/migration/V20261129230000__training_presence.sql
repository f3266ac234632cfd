-- Lists of participants of online sessions: what they say is put by, one row for each person, until an officer has said who
-- is who; then it is attendance.

create sequence training_presence_seq start with 50 increment by 50;
create table training_presence (
    id              bigint primary key default nextval('training_presence_seq'),
    session_id      bigint not null,
    session_path    text collate "C" not null,
    name            text not null,
    mail            text,
    joined_at       timestamptz,
    left_at         timestamptz,
    minutes         int not null check (minutes >= 0),
    spans           tstzmultirange not null default '{}',
    seconds         int not null default 0 check (seconds >= 0),
    registration_id bigint references training_registration on delete cascade,
    found           text not null check (found in ('MAIL', 'NAME', 'NONE')),
    account_id      bigint not null references account,
    created_at      timestamptz not null default now(),
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    check ((found = 'NONE') = (registration_id is null)),
    check (left_at is null or joined_at is null or left_at >= joined_at)
);
comment on table training_presence is 'scoped: people on the newest list of participants of a session, until it was decided who they are, by the path of the organiser';
comment on column training_presence.minutes is 'of the session, however often he came and went';
comment on column training_presence.spans is 'of the session, where it is known from when to when he was there';
comment on column training_presence.seconds is 'how long he was there beyond that, where it is known how long only';
comment on column training_presence.found is 'how it is known whose registration it may be: by his address, or by his name, which somebody has to confirm';
create index training_presence_session on training_presence (session_id, id);
create index training_presence_registration on training_presence (registration_id) where registration_id is not null;
create index training_presence_age on training_presence (created_at);
alter table training_presence enable row level security;
create policy training_presence_read on training_presence for select to ${app} using (
    session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true));
create policy training_presence_write on training_presence to ${app} using (
    session_path >= nullif(current_setting('app.write_lo', true), '') and session_path < current_setting('app.write_hi', true));
grant select, insert, delete on training_presence to ${app};
grant usage on sequence training_presence_seq to ${app};
create policy training_presence_expires on training_presence to ${jobs} using (true);
grant select, delete on training_presence to ${jobs};

-- Minutes of the session somebody was there by all his rows; times that overlap count once.
create function training_together(s training_session, spans tstzmultirange, seconds bigint) returns int
    language sql immutable
    set search_path = aeo, pg_temp
as $$
    select floor(least(extract(epoch from s.ends_at - s.starts_at),
        seconds + coalesce(sum(extract(epoch from upper(r) - lower(r))), 0)) / 60)::int from unnest(spans) r
$$;

-- Writes into attendance what a list says. Whoever was at the door was there whatever a list says.
create function training_listed(s training_session, of_attendance bigint, since timestamptz, until timestamptz, long int)
    returns void
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    update training_attendance a set minutes = long, counts = training_enough(s, long),
            arrived_at = least(a.arrived_at, since), left_at = greatest(until, a.arrived_at, since), version = version + 1
        where a.id = of_attendance and a.way = 'LIST';
    update training_attendance a set minutes = greatest(a.minutes, long), counts = a.counts or training_enough(s, long),
            version = version + 1
        where a.id = of_attendance and a.way <> 'LIST' and a.minutes < long
$$;

-- Makes attendance of those on the list: of whoever was found by his address, of those whose names were confirmed, and of
-- those who are let in unannounced. Who is on a later list again is there as that says. How many; -1: attendance is closed.
create function training_presence_taken(of_session bigint, confirmed bigint[], walk_ins bigint[], at timestamptz) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    r training_registration%rowtype;
    p record;
    met bigint;
    taken int := 0;
begin
    perform training_lock(of_session);
    select * into s from training_session t where t.id = of_session and training_written_below(t.org_path) for share;
    if not found or s.status <> 'PUBLISHED' then
        return -1;
    end if;
    for p in select g.registration_id as registration, coalesce(min(g.joined_at), s.starts_at) as since,
                max(g.left_at) as until, training_together(s, range_agg(g.spans), sum(g.seconds)) as long
            from training_presence g
            where g.session_id = s.id and g.registration_id is not null and not g.id = any (walk_ins)
                and (g.found = 'MAIL' or g.id = any (confirmed))
            group by 1 order by 1 loop
        select * into r from training_registration g where g.id = p.registration for update;
        perform training_present(s, r, '{"way":"LIST"}', p.since);
        perform training_listed(s, a.id, p.since, p.until, p.long) from training_attendance a
            where a.registration_id = r.id;
        taken := taken + 1;
    end loop;
    for p in select g.id, g.name, g.mail, coalesce(g.joined_at, s.starts_at) as since, g.left_at as until, g.minutes as long
            from training_presence g where g.session_id = s.id and g.id = any (walk_ins) order by g.id loop
        select a.id into met from training_attendance a
            where a.session_id = s.id and a.registration_id is null
                and (lower(a.mail) = lower(p.mail) or a.way = 'LIST' and p.mail is null and a.mail is null and a.name = p.name)
            order by a.id limit 1;
        if met is null then
            insert into training_attendance (session_id, session_path, name, mail, way, arrived_at, entered_by)
                values (s.id, s.org_path, p.name, p.mail, 'LIST', p.since,
                    nullif(current_setting('app.account', true), '')::bigint) returning id into met;
        end if;
        perform training_listed(s, met, p.since, p.until, p.long);
        taken := taken + 1;
    end loop;
    delete from training_presence g where g.session_id = s.id;
    return taken;
end
$$;
revoke all on function training_together, training_listed, training_presence_taken from public;
grant execute on function training_presence_taken to ${app};
