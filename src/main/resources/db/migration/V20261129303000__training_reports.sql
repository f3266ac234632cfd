-- What was asked at a session, and the report with which its organiser closes it.

create sequence training_raised_seq start with 50 increment by 50;
create table training_raised (
    id             bigint primary key default nextval('training_raised_seq'),
    session_id     bigint not null,
    session_path   text collate "C" not null,
    enterprise_id  bigint,
    unit_id        bigint,
    org_path       text collate "C",
    name           text not null check (name <> '' and length(name) <= 100),
    mail           text,
    words          text not null check (words <> '' and length(words) <= 4000),
    language       text not null default 'zh' check (language in ('zh', 'en')),
    enquiry_id     bigint references enquiry,
    enquiry_number text,
    entered_by     bigint not null references account,
    entered_at     timestamptz not null default now(),
    version        bigint not null default 0,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check ((enterprise_id is null) = (org_path is null)),
    check ((enterprise_id is null) = (unit_id is null)),
    check ((enquiry_id is null) = (enquiry_number is null))
);
comment on table training_raised is 'scoped: questions raised at a session, by the path of its organiser; one becomes an enquiry at most once';
create index training_raised_session on training_raised (session_id, id);
create index training_raised_enterprise on training_raised (enterprise_id, id) where enterprise_id is not null;
create index training_raised_enquiry on training_raised (enquiry_id) where enquiry_id is not null;
alter table training_raised enable row level security;
create policy training_raised_read on training_raised for select to ${app} using (
    session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true));
create policy training_raised_add on training_raised for insert to ${app} with check (
    session_path >= nullif(current_setting('app.write_lo', true), '') and session_path < current_setting('app.write_hi', true));
create policy training_raised_change on training_raised for update to ${app} using (
    session_path >= nullif(current_setting('app.write_lo', true), '') and session_path < current_setting('app.write_hi', true));
grant select, insert on training_raised to ${app};
grant update (enquiry_id, enquiry_number, version) on training_raised to ${app};
grant usage on sequence training_raised_seq to ${app};

create sequence training_report_seq start with 50 increment by 50;
create table training_report (
    id          bigint primary key default nextval('training_report_seq'),
    session_id  bigint not null unique,
    unit_id     bigint not null,
    org_path    text collate "C" not null,
    status      text not null default 'DRAFT' check (status in ('DRAFT', 'FINISHED')),
    summary     text not null check (summary <> '' and length(summary) <= 10000),
    issues      text check (issues <> '' and length(issues) <= 10000),
    facts       jsonb,
    author_id   bigint not null references account,
    finished_at timestamptz,
    reason      text,
    changed_at  timestamptz not null default now(),
    version     bigint not null default 1,
    foreign key (session_id, org_path) references training_session (id, org_path) on update cascade,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((status = 'FINISHED') = (facts is not null)),
    check ((status = 'FINISHED') = (finished_at is not null))
);
comment on table training_report is 'scoped: closing reports of sessions, by the path of the organiser';
comment on column training_report.facts is 'the figures as they were when it was finished';
comment on column training_report.reason is 'why it was opened again, or null';
create index training_report_scope on training_report (org_path, id);
create index training_report_unit on training_report (unit_id);

create table training_follow_up (
    task_id    bigint primary key references task,
    session_id bigint not null,
    org_path   text collate "C" not null,
    title      text not null check (title <> ''),
    due_on     date not null,
    foreign key (session_id, org_path) references training_session (id, org_path) on update cascade
);
comment on table training_follow_up is 'scoped: what is to be followed up after a session, by the path of the organiser; each is a task of an officer';
create index training_follow_up_session on training_follow_up (session_id);
alter table training_report enable row level security;
alter table training_follow_up enable row level security;
create policy training_report_read on training_report for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy training_report_add on training_report for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_report_change on training_report for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_follow_up_read on training_follow_up for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy training_follow_up_add on training_follow_up for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on training_report, training_follow_up to ${app};
grant update (status, summary, issues, facts, author_id, finished_at, reason, changed_at, version) on training_report to ${app};
grant usage on sequence training_report_seq to ${app};

-- What the data say of a session, for who sees it. A superior may finish the report, and its organiser reads it then: named
-- are enterprises of the organiser's own range only, as far as the author sees them; all others are counted. Shares, means
-- and reasons of fewer than five answers are left out.
create function training_report_facts(of_session bigint) returns jsonb
    language sql stable
    set search_path = aeo, pg_temp
as $$
    with here as materialized (
        select a.id, a.registration_id, a.enterprise_id, a.unit_id, a.counts,
            starts_with(a.org_path, a.session_path) as named from training_attendance a where a.session_id = of_session),
    due as (select count(*) as registered, count(*) filter (where h.id is null) as absent
        from training_registration r left join here h on h.registration_id = r.id
        where r.session_id = of_session and r.status = 'REGISTERED'),
    said as (select count(*) as answers, round(avg(f.content), 1) as content, round(avg(f.trainers), 1) as trainers,
            round(avg(f.value), 1) as value, count(*) filter (where f.follow_up) as marked
        from training_feedback f where f.session_id = of_session),
    checked as (select count(*) as answers, count(distinct p.question_id) as questions,
            round(100.0 * count(*) filter (where p.before) / nullif(count(*), 0)) as before,
            round(100.0 * count(*) filter (where p.after) / nullif(count(*), 0)) as after,
            (select count(*) from training_check c where c.session_id = of_session and c.stage = 'BEFORE'
                and exists (select from training_check d where d.registration_id = c.registration_id and d.stage = 'AFTER')) as people
        from training_check_pair p where p.session_id = of_session)
    select jsonb_build_object(
        'registered', d.registered, 'absent', d.absent,
        'came', (select count(*) from here), 'counted', (select count(*) from here where counts),
        'walkIns', (select count(*) from here where registration_id is null),
        'enterprises', (select count(distinct enterprise_id) from here),
        'houses', (select coalesce(jsonb_agg(jsonb_build_object('zh', x.zh, 'en', x.en, 'many', x.many) order by x.many desc, x.zh),
            '[]') from (select n.zh, n.en, count(*) as many from here h join unit_name n on n.unit_id = h.unit_id
                and n.valid_to is null group by n.zh, n.en) x),
        'firms', (select coalesce(jsonb_agg(jsonb_build_object('zh', x.zh, 'en', x.en, 'many', x.many) order by x.many desc, x.zh),
            '[]') from (select e.name_zh as zh, e.name_en as en, count(*) as many from here h
                join enterprise e on e.id = h.enterprise_id and h.named group by e.id, e.name_zh, e.name_en
                order by 3 desc, 1 limit 100) x),
        'grades', (select coalesce(jsonb_agg(jsonb_build_object('grade', x.grade, 'many', x.many) order by x.many desc), '[]')
            from (select coalesce(e.grade, 'unknown') as grade, count(distinct e.id) as many from here h
                join enterprise e on e.id = h.enterprise_id and h.named group by 1) x),
        'checkPeople', c.people, 'before', case when c.people >= 5 then c.before end,
        'after', case when c.people >= 5 then c.after end,
        'answers', s.answers, 'content', case when s.answers >= 5 then s.content end,
        'trainers', case when s.answers >= 5 then s.trainers end, 'value', case when s.answers >= 5 then s.value end,
        'marked', s.marked,
        'asked', (select count(*) from training_absence b where b.session_id = of_session),
        'reasons', (select coalesce(jsonb_agg(jsonb_build_object('reason', x.reason, 'many', x.many) order by x.many desc), '[]')
            from (select b.reason, count(*) as many from training_absence b where b.session_id = of_session
                and b.reason is not null and 5 <= (select count(b5.reason) from training_absence b5
                    where b5.session_id = of_session) group by b.reason) x),
        'raised', (select count(*) from training_raised q where q.session_id = of_session),
        'enquiries', (select count(*) from training_raised q where q.session_id = of_session and q.enquiry_id is not null))
    from due d, said s, checked c
$$;
revoke all on function training_report_facts from public;
grant execute on function training_report_facts to ${app};

-- Who is erased is taken out of the questions that bear his address, where nobody else uses it.
create function training_asker_erased() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update training_raised q set name = '***', mail = null, version = version + 1
        where lower(q.mail) = lower(old.mail)
            and not exists (select from contact_person o where lower(o.mail) = lower(old.mail) and o.id <> new.id)
            and not exists (select from account a where lower(a.mail) = lower(old.mail))
            and not exists (select from enterprise e where lower(e.mail_on_file) = lower(old.mail));
    return null;
end
$$;
comment on function training_asker_erased is 'takes an erased person out of questions raised at training';
revoke all on function training_asker_erased from public;
create index training_raised_mail on training_raised (lower(mail)) where mail is not null;
create trigger training_asker_erased after update of erased_at on contact_person for each row
    when (old.erased_at is null and new.erased_at is not null and old.mail is not null)
    execute function training_asker_erased();
