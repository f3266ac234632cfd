-- Training: sessions, their seats by unit, who is registered and who waits. Course, room and trainers are other rooms'
-- tables and get their foreign keys with them.

create sequence training_session_seq start with 50 increment by 50;
create sequence training_session_number_seq;
create function training_session_number() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$ select to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-T' || lpad(nextval('training_session_number_seq')::text, 4, '0') $$;

create table training_session (
    id                 bigint primary key default nextval('training_session_seq'),
    number             text not null unique default training_session_number(),
    course_id          bigint,
    series_id          bigint,
    campaign_id        bigint references campaign,
    unit_id            bigint not null,
    org_path           text collate "C" not null,
    kind               text not null
                           check (kind in ('CLASS', 'ONE_TO_ONE', 'WEBINAR', 'MOCK_VALIDATION', 'CONFERENCE', 'OBSERVATION')),
    title_zh           text not null check (title_zh <> ''),
    title_en           text,
    text_zh            text,
    text_en            text,
    starts_at          timestamptz not null,
    ends_at            timestamptz not null,
    zone               text not null default 'Asia/Shanghai',
    room_id            bigint,
    place_zh           text,
    place_en           text,
    link               text check (link ~ '^https?://'),
    language           text not null default 'ZH' check (language in ('ZH', 'EN', 'BOTH')),
    audience           text[] not null default '{ALL}' check (cardinality(audience) > 0
                           and audience <@ array['ALL', 'PROSPECTIVE', 'AEO']),
    capacity           int check (capacity between 1 and 100000),
    per_enterprise     int check (per_enterprise between 1 and 1000),
    registration_from  timestamptz,
    registration_until timestamptz,
    approval           boolean not null default false,
    accept_hours       int not null default 0 check (accept_hours between 0 and 720),
    release_on         date,
    released           boolean not null default false,
    priority_unreached boolean not null default false,
    status             text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED', 'CANCELLED', 'HELD')),
    reason             text,
    account_id         bigint references account,
    sequence           int not null default 0,
    created_at         timestamptz not null default now(),
    changed_at         timestamptz not null default now(),
    version            bigint not null default 0,
    unique (id, org_path),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (starts_at < ends_at),
    check (registration_from is null or registration_until is null or registration_from < registration_until)
);
comment on table training_session is 'scoped: a training session by the path of its organiser, read from there upward, by every officer once it is out; the public reads training_offer';
comment on column training_session.link is 'address of an online session; told to who is registered';
comment on column training_session.capacity is 'seats; null: as many as come';
comment on column training_session.per_enterprise is 'people of one enterprise at most, those who wait included; null: any number';
comment on column training_session.accept_hours is 'hours in which who waited must accept the seat offered to him; 0: he has it at once';
comment on column training_session.release_on is 'the day from which seats kept for units that nobody took are for everybody';
comment on column training_session.released is 'whether that has happened';
comment on column training_session.priority_unreached is 'whether people of enterprises the ledger knows no contact with move up before others';
comment on column training_session.reason is 'why it is off, or what was said when it was moved';
comment on column training_session.sequence is 'how often time or place were changed since it was published';
create index training_session_scope on training_session (org_path, starts_at, id);
create index training_session_coming on training_session (starts_at, id) where status <> 'DRAFT';
create index training_session_campaign on training_session (campaign_id) where campaign_id is not null;
create index training_session_release on training_session (release_on) where not released and release_on is not null;

create table training_quota (
    session_id bigint not null references training_session,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    seats      int not null check (seats between 1 and 100000),
    primary key (session_id, unit_id),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table training_quota is 'scoped: seats of a session kept for enterprises of a unit and those below it; seen with the session';

-- One row for the seats that are for everybody, which is there for every session and is the lock of them all, and one for
-- each unit seats are kept for.
create table training_seat_pool (
    session_id bigint not null references training_session,
    quota_unit bigint,
    path       text collate "C",
    seats      int check (seats >= 0),
    taken      int not null default 0 check (taken >= 0),
    foreign key (quota_unit, path) references unit (id, org_path) on update cascade,
    check ((quota_unit is null) = (path is null)),
    check (seats is not null or quota_unit is null),
    check (taken <= seats)
);
comment on table training_seat_pool is 'published: seats of a session and how many are taken; quota_unit null: for everybody; seats null: as many as come. Changed by functions only';
create unique index training_seat_pool_common on training_seat_pool (session_id) where quota_unit is null;
create unique index training_seat_pool_unit on training_seat_pool (session_id, quota_unit) where quota_unit is not null;

create sequence training_registration_seq start with 50 increment by 50;
create sequence training_registration_number_seq;
create sequence training_place_seq;
create function training_registration_number() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$ select to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-R' || lpad(nextval('training_registration_number_seq')::text, 7, '0') $$;

create table training_registration (
    id            bigint primary key default nextval('training_registration_seq'),
    number        text not null unique default training_registration_number(),
    session_id    bigint not null,
    session_path  text collate "C" not null,
    enterprise_id bigint,
    unit_id       bigint,
    org_path      text collate "C",
    person_id     bigint references contact_person,
    account_id    bigint references account,
    entered_by    bigint references account,
    name          text not null check (name <> ''),
    mail          text not null check (mail <> ''),
    phone         text,
    organisation  text,
    language      text not null check (language in ('zh', 'en')),
    answers       jsonb not null default '{}',
    status        text not null check (status in ('UNCONFIRMED', 'REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED',
                      'CANCELLED', 'REFUSED', 'EXPIRED')),
    place         bigint not null default nextval('training_place_seq'),
    quota_unit    bigint,
    offered_until timestamptz,
    reason        text,
    sequence      int not null default -1,
    created_at    timestamptz not null default now(),
    changed_at    timestamptz not null default now(),
    version       bigint not null default 0,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check ((enterprise_id is null) = (org_path is null)),
    check ((enterprise_id is null) = (unit_id is null)),
    check ((status = 'OFFERED') = (offered_until is not null))
);
comment on table training_registration is 'scoped: who wants to come to a session, by the path of its organiser and by that of the enterprise; the enterprise sees its own. Changed by functions only';
comment on column training_registration.status is 'OFFERED and REGISTERED hold a seat; UNCONFIRMED: the address is not yet known to be his';
comment on column training_registration.place is 'order in which they came';
comment on column training_registration.quota_unit is 'whose seat he holds; null: one that is for everybody, or none';
comment on column training_registration.sequence is 'SEQUENCE of the newest calendar entry he was sent; -1: none';
comment on column training_registration.organisation is 'what he says he works for, where no enterprise is known';
create unique index training_registration_once on training_registration (session_id, lower(mail))
    where status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED');
create index training_registration_order on training_registration (session_id, place);
create index training_registration_waiting on training_registration (session_id, place) where status = 'WAITING';
create index training_registration_offered on training_registration (offered_until) where status = 'OFFERED';
create index training_registration_enterprise on training_registration (enterprise_id, id) where enterprise_id is not null;
create index training_registration_account on training_registration (account_id, id) where account_id is not null;
create index training_registration_person on training_registration (person_id) where person_id is not null;
create index training_registration_mail on training_registration (lower(mail));
create index training_registration_unconfirmed on training_registration (created_at) where status = 'UNCONFIRMED';

create table training_ticket (
    hash            bytea primary key check (length(hash) = 32),
    registration_id bigint not null references training_registration on delete cascade,
    expires_at      timestamptz not null
);
comment on table training_ticket is 'system: secret links by which somebody confirms, sees and gives up his registration, by hash; one in each letter';
create index training_ticket_registration on training_ticket (registration_id);
create index training_ticket_expiry on training_ticket (expires_at);

create sequence training_notice_seq;
create table training_notice (
    id              bigint primary key default nextval('training_notice_seq'),
    registration_id bigint not null references training_registration on delete cascade,
    kind            text not null check (kind in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED', 'CANCELLED', 'REFUSED',
                        'EXPIRED', 'MOVED', 'CALLED_OFF')),
    sequence        int not null,
    created_at      timestamptz not null default now()
);
comment on table training_notice is 'system: what attendees are still to be told; made where it happens, taken by who writes the letters';
create index training_notice_registration on training_notice (registration_id);

alter table training_session enable row level security;
alter table training_quota enable row level security;
alter table training_seat_pool enable row level security;
alter table training_registration enable row level security;
alter table training_ticket enable row level security;
alter table training_notice enable row level security;

create policy training_session_read on training_session for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (status <> 'DRAFT' and nullif(current_setting('app.lo', true), '') is not null));
create policy training_session_add on training_session for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_session_change on training_session for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on training_session to ${app};
grant update (course_id, series_id, campaign_id, kind, title_zh, title_en, text_zh, text_en, starts_at, ends_at, zone,
    room_id, place_zh, place_en, link, language, audience, capacity, per_enterprise, registration_from,
    registration_until, approval, accept_hours, release_on, released, priority_unreached, status, reason, sequence,
    changed_at, version) on training_session to ${app};
create policy training_quota_read on training_quota for select to ${app} using (
    exists (select from training_session s where s.id = training_quota.session_id));
create policy training_quota_write on training_quota to ${app} using (exists (
    select from training_session s where s.id = training_quota.session_id
        and s.org_path >= nullif(current_setting('app.write_lo', true), '') and s.org_path < current_setting('app.write_hi', true)));
grant select, insert, delete on training_quota to ${app};
create policy training_seat_pool_read on training_seat_pool for select to ${app} using (true);
grant select on training_seat_pool to ${app};

-- The organiser and those above him; the house of the enterprise and those above it; the enterprise; who it is.
create policy training_registration_read on training_registration for select to ${app} using (
    status <> 'UNCONFIRMED' and (
        (session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true))
        or (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
        or enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        or account_id = nullif(current_setting('app.account', true), '')::bigint));
grant select on training_registration to ${app};
grant usage on sequence training_session_seq, training_session_number_seq to ${app};

-- What everybody may know of sessions that are out: never the link.
create view training_offer as
    select s.id, s.number, s.course_id, s.series_id, s.unit_id, s.org_path, s.kind, s.title_zh, s.title_en, s.text_zh,
        s.text_en, s.starts_at, s.ends_at, s.zone, s.room_id, s.place_zh, s.place_en, s.link is not null as online,
        s.language, s.audience, s.capacity, s.per_enterprise, s.registration_from, s.registration_until, s.approval,
        s.accept_hours, s.status, s.reason, s.sequence, s.changed_at, s.version
    from training_session s where s.status <> 'DRAFT';
comment on view training_offer is 'published: sessions that are out, without what only attendees are told';
grant select on training_offer to ${app};

-- Every session has its seats from the moment it is there.
create function training_session_made() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into training_seat_pool (session_id, seats) values (new.id, new.capacity);
    return null;
end
$$;
revoke all on function training_session_made from public;
create trigger training_session_made after insert on training_session
    for each row execute function training_session_made();

-- Seats free for somebody of a unit; null: as many as come.
create function training_free(of_session bigint, of_path text) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case when bool_or(p.seats is null) then null else coalesce(sum(p.seats - p.taken), 0) end
    from training_seat_pool p
    where p.session_id = of_session and (p.quota_unit is null or starts_with(coalesce(of_path, ''), p.path))
$$;
grant execute on function training_free to ${app};

-- The same for who looks: for everybody, or for the enterprise he acts for.
create function training_free_here(of_session bigint) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select training_free(of_session, (select e.org_path from enterprise e
        where e.id = nullif(current_setting('app.enterprise', true), '')::bigint))
$$;
grant execute on function training_free_here to ${app};
