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

-- Makes attendance of those on the list: of whoever was found by his address, of those whose names were confirmed, and of
-- those who are let in unannounced. Who is on a later list again is there as that says. How many; -1: attendance is closed.
create function training_presence_taken(of_session bigint, confirmed bigint[], walk_ins bigint[], at timestamptz) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    r training_registration%rowtype;
    p training_presence%rowtype;
    since timestamptz;
    taken int := 0;
begin
    perform training_lock(of_session);
    select * into s from training_session t where t.id = of_session and training_written_below(t.org_path) for share;
    if not found or s.status <> 'PUBLISHED' then
        return -1;
    end if;
    for p in select * from training_presence g where g.session_id = s.id
            and (g.found = 'MAIL' or g.id = any (confirmed) or g.id = any (walk_ins)) order by g.id for update loop
        since := coalesce(p.joined_at, s.starts_at);
        if p.registration_id is not null and not p.id = any (walk_ins) then
            select * into r from training_registration g where g.id = p.registration_id for update;
            perform training_present(s, r, '{"way":"LIST"}', since);
            update training_attendance a set minutes = p.minutes, counts = training_enough(s, p.minutes),
                    arrived_at = least(a.arrived_at, since), left_at = greatest(p.left_at, a.arrived_at, since),
                    version = version + 1
                where a.registration_id = r.id;
        else
            update training_attendance a set minutes = p.minutes, counts = training_enough(s, p.minutes),
                    arrived_at = least(a.arrived_at, since), left_at = greatest(p.left_at, a.arrived_at, since),
                    version = version + 1
                where a.session_id = s.id and a.registration_id is null and a.way = 'LIST'
                    and (lower(a.mail) = lower(p.mail) or p.mail is null and a.mail is null and a.name = p.name);
            if not found then
                insert into training_attendance (session_id, session_path, name, mail, way, arrived_at, left_at, minutes,
                        counts, entered_by)
                    values (s.id, s.org_path, p.name, p.mail, 'LIST', since, greatest(p.left_at, since), p.minutes,
                        training_enough(s, p.minutes), nullif(current_setting('app.account', true), '')::bigint);
            end if;
        end if;
        taken := taken + 1;
    end loop;
    delete from training_presence g where g.session_id = s.id;
    return taken;
end
$$;
revoke all on function training_presence_taken from public;
grant execute on function training_presence_taken to ${app};
