-- Who was there: one row for each person at a session, whether registered or come unannounced.

create sequence training_attendance_seq start with 50 increment by 50;
create table training_attendance (
    id              bigint primary key default nextval('training_attendance_seq'),
    session_id      bigint not null,
    session_path    text collate "C" not null,
    registration_id bigint unique references training_registration,
    enterprise_id   bigint,
    unit_id         bigint,
    org_path        text collate "C",
    person_id       bigint references contact_person,
    name            text not null check (name <> ''),
    mail            text,
    phone           text,
    organisation    text,
    language        text not null default 'zh' check (language in ('zh', 'en')),
    way             text not null check (way in ('TICKET', 'NAME', 'WALK_IN', 'SELF', 'LIST')),
    arrived_at      timestamptz not null,
    left_at         timestamptz,
    minutes         int check (minutes >= 0),
    counts          boolean not null default true,
    mark            uuid unique,
    entered_by      bigint references account,
    created_at      timestamptz not null default now(),
    version         bigint not null default 0,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check ((enterprise_id is null) = (org_path is null)),
    check ((enterprise_id is null) = (unit_id is null)),
    check (left_at is null or left_at >= arrived_at)
);
comment on table training_attendance is 'scoped: who was at a session, by the path of its organiser and by that of the enterprise; the enterprise sees its own. Changed by functions only';
comment on column training_attendance.registration_id is 'whose registration it is; null: he came unannounced';
comment on column training_attendance.way is 'TICKET: the code of his ticket; NAME: found by name; WALK_IN: unannounced; SELF: by himself with the code shown in the room; LIST: from a list of participants of an online session';
comment on column training_attendance.minutes is 'how long he was there, where that is known';
comment on column training_attendance.counts is 'whether he was there long enough for his attendance to count';
comment on column training_attendance.mark is 'drawn by the device that checked him in, so that what it sends again is counted once';
create index training_attendance_session on training_attendance (session_id, id);
create index training_attendance_enterprise on training_attendance (enterprise_id, id) where enterprise_id is not null;
create index training_attendance_person on training_attendance (person_id) where person_id is not null;

alter table training_attendance enable row level security;
create policy training_attendance_read on training_attendance for select to ${app} using (
    (session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true))
    or (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint);
grant select on training_attendance to ${app};
