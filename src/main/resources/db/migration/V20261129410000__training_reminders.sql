-- Who is in is reminded some days before; and is given the materials of the course, before and after.

alter table training_session
    add reminders int[] not null default '{3,1}' check (reminders <@ array[7, 3, 1]),
    add moved_at  timestamptz;
comment on column training_session.reminders is 'how many days before who is in is reminded';
comment on column training_session.moved_at is 'when time or place were last changed after it was out';
grant update (reminders) on training_session to ${app};

create function training_session_moved() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    new.moved_at := now();
    return new;
end
$$;
create trigger training_session_moved before update of sequence on training_session for each row
    when (new.sequence > old.sequence) execute function training_session_moved();

create table training_reminder (
    registration_id bigint not null references training_registration on delete cascade,
    days            int not null,
    sequence        int not null,
    sent_at         timestamptz not null default now(),
    primary key (registration_id, days, sequence)
);
comment on table training_reminder is 'system: who was reminded how many days before of which SEQUENCE of his session: once each';
alter table training_reminder enable row level security;

-- Materials he may have: before, who is in; after, who is in and was there, where it was kept who was.
create function training_materials_of(of_registration bigint, at timestamptz)
    returns table (file bigint, stage text, title_zh text, title_en text, name text, media_type text, bytes bigint,
        org_path text)
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select f.id, m.stage, m.title_zh, m.title_en, f.name, f.media_type, f.bytes, f.org_path
    from training_registration r join training_session s on s.id = r.session_id
        join training_course_file m on m.course_id = s.course_id join stored_file f on f.id = m.file_id
    where r.id = of_registration and r.status = 'REGISTERED' and s.status in ('PUBLISHED', 'HELD')
        and (m.stage = 'BEFORE' or (s.ends_at <= at and (
            not exists (select from training_attendance a where a.session_id = s.id)
            or exists (select from training_attendance a where a.registration_id = r.id))))
    order by m.stage desc, m.id
$$;
revoke all on function training_materials_of from public;

-- The same by his secret link, or for who sees the registration; all of them by the link of who came unannounced.
create function training_materials(link_hash bytea, of_registration bigint, at timestamptz)
    returns table (file bigint, stage text, title_zh text, title_en text, name text, media_type text, bytes bigint,
        org_path text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select m.* from training_registration r cross join lateral training_materials_of(r.id, at) m
    where case when link_hash is null then r.id = of_registration and training_seen(r)
        else r.id = (select t.registration_id from training_ticket t where t.hash = link_hash and t.expires_at > at) end
    union all
    (select f.id, m.stage, m.title_zh, m.title_en, f.name, f.media_type, f.bytes, f.org_path
    from training_attendance_link l join training_attendance a on a.id = l.attendance_id
        join training_session s on s.id = a.session_id and s.status in ('PUBLISHED', 'HELD')
        join training_course_file m on m.course_id = s.course_id join stored_file f on f.id = m.file_id
    where l.hash = link_hash and l.expires_at > at and (m.stage = 'BEFORE' or s.ends_at <= at)
    order by m.stage desc, m.id)
$$;
revoke all on function training_materials from public;
grant execute on function training_materials to ${app};

-- Takes those who are to be reminded now and keeps that they were, with what the letter needs; who comes to a conference,
-- with the break-outs he has chosen. Of several reminders that
-- are due, such as after a standstill, there is one, the newest; and none to who was told of the session by another letter
-- since it was due: he registered, or it was moved.
create function training_reminders(at timestamptz, many int)
    returns table (days int, sequence int, registration bigint, number text, name text, mail text, language text,
        enterprise bigint, session_id bigint, link text, materials_zh text, materials_en text, chosen jsonb)
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with due as (
        select r.id, d.days, s.sequence
        from training_session s cross join lateral (
                select min(x) as days from unnest(s.reminders) x where s.starts_at - make_interval(hours => 24 * x) <= at) d
            join training_registration r on r.session_id = s.id and r.status = 'REGISTERED'
        where s.status = 'PUBLISHED' and s.starts_at > at and s.starts_at <= at + interval '7 days' and d.days is not null
            and greatest(r.changed_at, s.moved_at) <= s.starts_at - make_interval(hours => 24 * d.days)
            and not exists (select from training_reminder m
                where m.registration_id = r.id and m.days <= d.days and m.sequence = s.sequence)
        order by s.starts_at, r.id limit many for update of r skip locked),
    kept as (
        insert into training_reminder as m (registration_id, days, sequence, sent_at)
            select d.id, d.days, d.sequence, at from due d
            on conflict do nothing returning m.registration_id, m.days)
    select k.days, greatest(r.sequence, 0), r.id, r.number, r.name, r.mail, r.language, r.enterprise_id, r.session_id,
        case when s.kind <> 'OBSERVATION' then s.link end,
        (select string_agg(m.title_zh, chr(10)) from training_materials_of(r.id, at) m where m.stage = 'BEFORE'),
        (select string_agg(coalesce(m.title_en, m.title_zh), chr(10)) from training_materials_of(r.id, at) m
            where m.stage = 'BEFORE'),
        (select jsonb_agg(jsonb_build_object('zh', p.title_zh, 'en', p.title_en, 'from', to_char(p.starts_at
                at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'until', to_char(p.ends_at at time zone 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'placeZh', p.place_zh, 'placeEn', p.place_en) order by p.starts_at, p.id)
            from training_registration c join training_session p on p.id = c.session_id
            where c.delegate_id = r.id and c.status = 'REGISTERED' and p.status = 'PUBLISHED')
    from kept k join training_registration r on r.id = k.registration_id join training_session s on s.id = r.session_id
    order by s.starts_at, r.id
$$;

-- How many were reminded, for who may see the session's registrations.
create function training_reminded(of_session bigint)
    returns table (days int, people bigint, last_at timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select m.days, count(*), max(m.sent_at)
    from training_reminder m join training_registration r on r.id = m.registration_id
    where r.session_id = of_session and training_seen(r)
    group by m.days order by m.days desc
$$;
revoke all on function training_reminders, training_reminded, training_session_moved from public;
grant execute on function training_reminders, training_reminded to ${app};
