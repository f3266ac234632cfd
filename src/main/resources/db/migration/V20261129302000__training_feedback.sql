-- What those who came say of a session, why others did not come, and the letters that ask for it.

create sequence training_feedback_seq start with 50 increment by 50;
create table training_feedback (
    id            bigint primary key default nextval('training_feedback_seq'),
    session_id    bigint not null,
    session_path  text collate "C" not null,
    attendance_id bigint not null unique references training_attendance on delete cascade,
    content       int not null check (content between 1 and 5),
    trainers      int check (trainers between 1 and 5),
    value         int not null check (value between 1 and 5),
    words         text check (words <> '' and length(words) <= 2000),
    follow_up     boolean not null default false,
    marked_by     bigint references account,
    given_at      timestamptz not null,
    changed_at    timestamptz not null,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade
);
comment on table training_feedback is 'scoped: feedback on a session, by the path of the organiser; requests do not read whose it is';
comment on column training_feedback.trainers is 'of all trainers together, where it is not known who taught';
create index training_feedback_session on training_feedback (session_id, id);
create table training_feedback_trainer (
    feedback_id bigint not null references training_feedback on delete cascade,
    trainer_id  bigint not null references training_trainer,
    rating      int not null check (rating between 1 and 5),
    primary key (feedback_id, trainer_id)
);
comment on table training_feedback_trainer is 'scoped: what somebody says of each trainer; seen with the feedback';
create index training_feedback_trainer_of on training_feedback_trainer (trainer_id);
alter table training_feedback enable row level security;
alter table training_feedback_trainer enable row level security;
create policy training_feedback_read on training_feedback for select to ${app} using (
    session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true));
create policy training_feedback_mark on training_feedback for update to ${app} using (
    session_path >= nullif(current_setting('app.write_lo', true), '') and session_path < current_setting('app.write_hi', true));
create policy training_feedback_trainer_read on training_feedback_trainer for select to ${app} using (
    exists (select from training_feedback f where f.id = feedback_id));
grant select (id, session_id, session_path, content, trainers, value, words, follow_up, marked_by) on training_feedback to ${app};
grant update (follow_up, marked_by) on training_feedback to ${app};
grant select on training_feedback_trainer to ${app};

-- Whether somebody can say what he thinks, and what he said. Who was there can, for a week from the end.
create function training_feedback_own(link bytea, at timestamptz)
    returns table (open boolean, until timestamptz, content int, trainers int, value int, words text, ratings text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select g.attendance_id is not null and g.session_status in ('PUBLISHED', 'HELD') and at >= g.ends_at
            and at < g.ends_at + interval '7 days', g.ends_at + interval '7 days', f.content, f.trainers, f.value, f.words,
        (select jsonb_object_agg(t.trainer_id, t.rating)::text from training_feedback_trainer t where t.feedback_id = f.id)
    from training_guest(link, at) g left join training_feedback f on f.attendance_id = g.attendance_id
$$;
-- Keeps it, or what it says now. NONE, CLOSED or KEPT.
create function training_feedback_give(link bytea, said jsonb, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    g record;
    made bigint;
begin
    select * into g from training_guest(link, at);
    if not found then
        return 'NONE';
    end if;
    if not (select o.open from training_feedback_own(link, at) o) then
        return 'CLOSED';
    end if;
    insert into training_feedback (session_id, session_path, attendance_id, content, trainers, value, words, given_at, changed_at)
        values (g.session_id, g.session_path, g.attendance_id, (said ->> 'content')::int, (said ->> 'trainers')::int,
            (said ->> 'value')::int, said ->> 'words', at, at)
        on conflict (attendance_id) do update set content = excluded.content, trainers = excluded.trainers,
            value = excluded.value, words = excluded.words, changed_at = at
        returning id into made;
    delete from training_feedback_trainer where feedback_id = made;
    insert into training_feedback_trainer (feedback_id, trainer_id, rating)
        select made, t.id, (said -> 'ratings' ->> t.id::text)::int from training_trainers_of(g.session_id) t
        where said -> 'ratings' ? t.id::text;
    return 'KEPT';
end
$$;
revoke all on function training_feedback_own, training_feedback_give from public;
grant execute on function training_feedback_own, training_feedback_give to ${app};

-- What people thought of a trainer at all his sessions, whoever organised them, for who sees the trainer: how many said it,
-- and the mean of it once they are five, so that nobody learns what one of them said.
create function training_ratings(of_trainer bigint) returns int
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return (select count(*) from training_feedback_trainer r join training_trainer t on t.id = r.trainer_id
        where t.id = of_trainer and (below_path(t.org_path) or (t.org_path >= nullif(current_setting('app.lo', true), '')
            and t.org_path < current_setting('app.hi', true))));
end
$$;
create function training_rating(of_trainer bigint) returns numeric
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    if training_ratings(of_trainer) < 5 then
        return null;
    end if;
    return (select round(avg(r.rating), 1) from training_feedback_trainer r where r.trainer_id = of_trainer);
end
$$;
revoke all on function training_ratings, training_rating from public;
grant execute on function training_ratings, training_rating to ${app};

-- Who was registered for a session that was held and did not come is asked why, if the organiser wants to know.
create table training_absence (
    registration_id bigint primary key references training_registration on delete cascade,
    session_id      bigint not null,
    session_path    text collate "C" not null,
    asked_at        timestamptz not null,
    asked_by        bigint references account,
    told            boolean not null default false,
    reason          text check (reason in ('TIME', 'PLACE', 'NOT_TOLD', 'TECHNICAL', 'TOPIC', 'COLLEAGUE', 'ILL', 'OTHER')),
    words           text check (words <> '' and length(words) <= 1000),
    answered_at     timestamptz,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    check ((reason is null) = (answered_at is null))
);
comment on table training_absence is 'scoped: who did not come and is asked why, by the path of the organiser. Changed by functions only';
comment on column training_absence.told is 'whether the letter is written';
create index training_absence_session on training_absence (session_id);
create index training_absence_untold on training_absence (registration_id) where not told;
alter table training_absence enable row level security;
create policy training_absence_read on training_absence for select to ${app} using (
    session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true));
grant select on training_absence to ${app};

-- Asks all who were absent and were not asked yet. How many; null: it is not the viewer's to ask, or not held.
create function training_ask_absent(of_session bigint, at timestamptz) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    asked int;
begin
    if not exists (select from training_session s where s.id = of_session and s.status = 'HELD'
            and training_written_below(s.org_path)) then
        return null;
    end if;
    insert into training_absence (registration_id, session_id, session_path, asked_at, asked_by)
        select r.id, r.session_id, r.session_path, at, nullif(current_setting('app.account', true), '')::bigint
        from training_registration r where r.session_id = of_session and r.status = 'REGISTERED'
            and not exists (select from training_attendance a where a.registration_id = r.id)
        on conflict do nothing;
    get diagnostics asked = row_count;
    return asked;
end
$$;
create function training_absence_own(link bytea, at timestamptz)
    returns table (open boolean, reason text, words text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select g.attendance_id is null and at < b.asked_at + interval '30 days', b.reason, b.words
    from training_guest(link, at) g join training_absence b on b.registration_id = g.registration_id
$$;
-- NONE, CLOSED or KEPT.
create function training_absence_say(link bytea, of_reason text, of_words text, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    own record;
begin
    select * into own from training_absence_own(link, at);
    if not found then
        return 'NONE';
    elsif not own.open then
        return 'CLOSED';
    end if;
    update training_absence b set reason = of_reason, words = of_words, answered_at = at
        from training_guest(link, at) g where b.registration_id = g.registration_id;
    return 'KEPT';
end
$$;
revoke all on function training_ask_absent, training_absence_own, training_absence_say from public;
grant execute on function training_ask_absent, training_absence_own, training_absence_say to ${app};

-- One letter to everybody who came.
create table training_after_letter (
    attendance_id bigint primary key references training_attendance on delete cascade,
    kind          text not null check (kind in ('AFTER', 'CERTIFICATE')),
    written_at    timestamptz not null
);
comment on table training_after_letter is 'system: who got his letter after a session; AFTER: with the way to say what he thinks, CERTIFICATE: when the week for that was over';
alter table training_after_letter enable row level security;
create index training_session_ended on training_session (ends_at) where status in ('PUBLISHED', 'HELD');

-- Takes who is to get a letter, with what it needs. It goes when the session is closed; where that takes longer than a day, it
-- does not wait: the week for feedback has begun. Later than that week, it goes for the certificate alone.
create function training_after_letters(many int, at timestamptz)
    returns table (kind text, attendance_id bigint, registration_id bigint, session_id bigint, session_path text, name text,
        mail text, language text, enterprise_id bigint, title_zh text, title_en text, starts_at timestamptz,
        ends_at timestamptz, zone text)
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with due as (
        select a.id, case when s.ends_at + interval '7 days' > at then 'AFTER' else 'CERTIFICATE' end as kind
        from training_session s join training_attendance a on a.session_id = s.id
            left join training_registration r on r.id = a.registration_id
        where s.ends_at <= at and s.ends_at > at - interval '60 days'
            and (s.status = 'HELD' or (s.status = 'PUBLISHED' and s.ends_at <= at - interval '1 day'
                and s.ends_at + interval '7 days' > at))
            and (s.ends_at + interval '7 days' > at or a.counts)
            and coalesce(a.mail, r.mail) like '%@%' and coalesce(a.mail, r.mail) not like '%@invalid'
            and not exists (select from training_after_letter l where l.attendance_id = a.id)
        order by a.id limit many
        for update of a skip locked),
    taken as (insert into training_after_letter (attendance_id, kind, written_at) select d.id, d.kind, at from due d
        on conflict do nothing returning attendance_id, kind)
    select t.kind, a.id, r.id, s.id, s.org_path, a.name, coalesce(a.mail, r.mail), coalesce(r.language, a.language),
        a.enterprise_id, s.title_zh, s.title_en, s.starts_at, s.ends_at, s.zone
    from taken t join training_attendance a on a.id = t.attendance_id join training_session s on s.id = a.session_id
        left join training_registration r on r.id = a.registration_id
    order by a.id
$$;
-- The same for those who did not come.
create function training_absence_letters(many int)
    returns table (kind text, attendance_id bigint, registration_id bigint, session_id bigint, session_path text, name text,
        mail text, language text, enterprise_id bigint, title_zh text, title_en text, starts_at timestamptz,
        ends_at timestamptz, zone text)
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with taken as (update training_absence set told = true where registration_id = any (array(
            select b.registration_id from training_absence b where not b.told order by b.registration_id limit many
            for update skip locked)) returning registration_id)
    select 'ABSENT', null::bigint, r.id, s.id, s.org_path, r.name, r.mail, r.language, r.enterprise_id, s.title_zh, s.title_en,
        s.starts_at, s.ends_at, s.zone
    from taken t join training_registration r on r.id = t.registration_id join training_session s on s.id = r.session_id
    where r.mail not like '%@invalid'
    order by r.id
$$;
-- The link in a letter to who came unannounced.
create function training_attendance_link_made(link_hash bytea, of_attendance bigint) returns void
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    insert into training_attendance_link (hash, attendance_id, expires_at)
        select link_hash, a.id, s.ends_at + interval '400 days'
        from training_attendance a join training_session s on s.id = a.session_id where a.id = of_attendance
$$;
revoke all on function training_after_letters, training_absence_letters, training_attendance_link_made from public;
grant execute on function training_after_letters, training_absence_letters, training_attendance_link_made to ${app};
