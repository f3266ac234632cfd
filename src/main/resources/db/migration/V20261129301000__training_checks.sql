-- The knowledge check of a session, before and after it.

create sequence training_check_seq start with 50 increment by 50;
create table training_check (
    id              bigint primary key default nextval('training_check_seq'),
    session_id      bigint not null,
    session_path    text collate "C" not null,
    course_id       bigint not null references training_course,
    stage           text not null check (stage in ('BEFORE', 'AFTER')),
    registration_id bigint references training_registration on delete cascade,
    attendance_id   bigint references training_attendance on delete cascade,
    asked           int not null check (asked > 0),
    correct         int not null check (correct between 0 and asked),
    given_at        timestamptz not null,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    check ((registration_id is null) <> (attendance_id is null))
);
comment on table training_check is 'scoped: who answered the questions of a session''s course when, by the path of the organiser. Changed by functions only';
comment on column training_check.attendance_id is 'who came unannounced; whoever registered is known by his registration, before and after';
create unique index training_check_registered on training_check (registration_id, stage) where registration_id is not null;
create unique index training_check_unannounced on training_check (attendance_id, stage) where attendance_id is not null;
create index training_check_session on training_check (session_id, id);
create index training_check_course on training_check (course_id, id);

create table training_check_answer (
    check_id    bigint not null references training_check on delete cascade,
    question_id bigint not null references training_check_question,
    chosen      int not null check (chosen >= 0),
    correct     boolean not null,
    primary key (check_id, question_id)
);
comment on table training_check_answer is 'scoped: answers, each to an edition of a question; seen with the check';
create index training_check_answer_question on training_check_answer (question_id);
alter table training_check enable row level security;
alter table training_check_answer enable row level security;
create policy training_check_read on training_check for select to ${app} using (
    session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true));
create policy training_check_answer_read on training_check_answer for select to ${app} using (
    exists (select from training_check c where c.id = check_id));
grant select on training_check, training_check_answer to ${app};

-- The editions a session asks: those that held when its first answers came, or when it began. So all are asked the same.
create function training_asked(of_session bigint, at timestamptz) returns setof training_check_question
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select q.* from training_session s
        cross join lateral (select least(at, s.starts_at, (select min(c.given_at) from training_check c
            where c.session_id = s.id)) as moment) m
        join training_check_question q on q.course_id = s.course_id and q.since <= m.moment
            and (q.ended_at is null or q.ended_at > m.moment)
    where s.id = of_session
$$;

-- Which checks are open to somebody and which he gave. How he did before is told when he has given the one after.
create function training_check_state(link bytea, at timestamptz)
    returns table (questions int, before_open boolean, after_open boolean, before_given boolean, after_given boolean,
        before_correct int, after_correct int, after_until timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select q.many, q.many > 0 and b.id is null and g.status = 'REGISTERED' and g.session_status = 'PUBLISHED' and at < g.starts_at,
        q.many > 0 and a.id is null and g.attendance_id is not null and g.session_status in ('PUBLISHED', 'HELD')
            and at >= g.ends_at and at < g.ends_at + interval '14 days',
        b.id is not null, a.id is not null, case when a.id is not null then b.correct end, a.correct,
        g.ends_at + interval '14 days'
    from training_guest(link, at) g
        cross join lateral (select count(*)::int as many from training_asked(g.session_id, at)) q
        left join training_check b on b.stage = 'BEFORE' and b.registration_id = g.registration_id
        left join training_check a on a.stage = 'AFTER' and (a.registration_id = g.registration_id
            or (g.registration_id is null and a.attendance_id = g.attendance_id))
$$;

-- The questions for him; what is right, and what he chose, when he has given the check after the session.
create function training_check_questions(link bytea, at timestamptz)
    returns table (id bigint, number int, text_zh text, text_en text, options text, right_option int, before_chosen int,
        after_chosen int)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select q.id, q.number, q.text_zh, q.text_en, q.options::text, case when c.after is not null then q.right_option end,
        case when c.after is not null then b.chosen end, a.chosen
    from training_guest(link, at) g
        cross join lateral (select max(k.id) filter (where k.stage = 'BEFORE') as before,
            max(k.id) filter (where k.stage = 'AFTER') as after from training_check k
            where k.registration_id = g.registration_id or (g.registration_id is null and k.attendance_id = g.attendance_id)) c
        cross join lateral training_asked(g.session_id, at) q
        left join training_check_answer b on b.check_id = c.before and b.question_id = q.id
        left join training_check_answer a on a.check_id = c.after and a.question_id = q.id
    order by q.number
$$;

-- Keeps what somebody answered: {"<question>": <option>, ...}. NONE: the link opens nothing; CLOSED: not now; GIVEN: he had
-- given it; MISSING: not every question of the session has one of its options; else KEPT.
create function training_check_give(link bytea, of_stage text, answers jsonb, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    g record;
    now_is record;
    made bigint;
begin
    select * into g from training_guest(link, at);
    if not found then
        return 'NONE';
    end if;
    -- One after the other: the first answers fix which editions are asked.
    perform from training_session where id = g.session_id for no key update;
    select * into now_is from training_check_state(link, at);
    if (of_stage = 'BEFORE' and now_is.before_given) or (of_stage = 'AFTER' and now_is.after_given) then
        return 'GIVEN';
    end if;
    if not (of_stage = 'BEFORE' and now_is.before_open or of_stage = 'AFTER' and now_is.after_open) then
        return 'CLOSED';
    end if;
    if exists (select from training_asked(g.session_id, at) q where not coalesce(
            (answers ->> q.id::text)::int between 0 and jsonb_array_length(q.options) - 1, false)) then
        return 'MISSING';
    end if;
    insert into training_check (session_id, session_path, course_id, stage, registration_id, attendance_id, asked, correct,
            given_at)
        select g.session_id, g.session_path, g.course_id, of_stage, g.registration_id,
            case when g.registration_id is null then g.attendance_id end, count(*),
            count(*) filter (where (answers ->> q.id::text)::int = q.right_option), at
        from training_asked(g.session_id, at) q
        returning id into made;
    insert into training_check_answer (check_id, question_id, chosen, correct)
        select made, q.id, (answers ->> q.id::text)::int, (answers ->> q.id::text)::int = q.right_option
        from training_asked(g.session_id, at) q;
    return 'KEPT';
end
$$;
revoke all on function training_asked, training_check_state, training_check_questions, training_check_give from public;
grant execute on function training_check_state, training_check_questions, training_check_give to ${app};

-- What a check shows of a session or of a course, for who sees the answers: how many gave each, and the pairs.
create view training_check_pair with (security_invoker = true) as
    select c.session_id, c.course_id, b.question_id, b.correct as before, a.correct as after
    from training_check c join training_check d on d.registration_id = c.registration_id and d.stage = 'AFTER'
        join training_check_answer b on b.check_id = c.id
        join training_check_answer a on a.check_id = d.id and a.question_id = b.question_id
    where c.stage = 'BEFORE';
grant select on training_check_pair to ${app};
