-- Enquiries: an enterprise asks, a house answers, passes up what it may not or cannot decide, and the answer comes back
-- down. What the asker sees (enquiry, enquiry_message) and how customs works on it (enquiry_work, steps, notes, drafts)
-- are tables of their own, so that nothing internal can slip out.

create sequence enquiry_number_seq;
create sequence enquiry_seq start with 50 increment by 50;
create table enquiry (
    id            bigint primary key default nextval('enquiry_seq'),
    number        text collate "C" not null unique
                      default to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-' || lpad(nextval('enquiry_number_seq')::text, 7, '0'),
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    enterprise_id   bigint,
    enterprise_unit bigint,
    enterprise_path text collate "C",
    person_id     bigint references contact_person,
    account_id    bigint references account,
    asker_name    text not null check (asker_name <> '' and length(asker_name) <= 200),
    asker_mail    text check (length(asker_mail) <= 254),
    asker_phone   text check (length(asker_phone) <= 60),
    language      text not null check (language in ('zh', 'en')),
    channel       text not null check (channel in ('PORTAL', 'MAIL', 'PHONE', 'HOTLINE', 'COUNTER', 'VISIT', 'MESSAGE')),
    subject       text not null check (subject <> '' and length(subject) <= 200),
    for_colleagues boolean not null default false,
    stage         text not null default 'RECEIVED' check (stage in ('RECEIVED', 'IN_HAND', 'ASKED_BACK', 'ANSWERED', 'CLOSED')),
    merged_into   bigint references enquiry,
    document_id   bigint references document,
    asked_at      timestamptz not null default now(),
    first_answered_at timestamptz,
    answered_at   timestamptz,
    closed_at     timestamptz,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    foreign key (enterprise_id, enterprise_unit, enterprise_path) references enterprise (id, unit_id, org_path) on update cascade,
    check ((enterprise_id is null) = (enterprise_unit is null) and (enterprise_id is null) = (enterprise_path is null)),
    check (merged_into <> id)
);
comment on table enquiry is 'scoped: what was asked, as its asker sees it, by the path of the unit that took it on; seen besides by the unit of the enterprise at present and by the enterprise';
comment on column enquiry.number is 'for people, such as 2026-0001234; opens nothing';
comment on column enquiry.unit_id is 'the house or other unit that answers the asker, whoever works on it meanwhile';
comment on column enquiry.enterprise_path is 'where the enterprise is registered at present';
comment on column enquiry.account_id is 'the asker, when he was signed in';
comment on column enquiry.language is 'of the asker: texts to him are in it';
comment on column enquiry.for_colleagues is 'whether other users of the enterprise see it';
comment on column enquiry.stage is 'how far it is, for the asker; follows enquiry_work.status';
comment on column enquiry.merged_into is 'the enquiry whose answer serves this one too';
comment on column enquiry.document_id is 'the published question made of it';
create index enquiry_scope on enquiry (org_path, id);
create index enquiry_enterprise on enquiry (enterprise_id, id) where enterprise_id is not null;
create index enquiry_enterprise_scope on enquiry (enterprise_path, id) where enterprise_path is not null;
create index enquiry_account on enquiry (account_id, id) where account_id is not null;
create index enquiry_merged on enquiry (merged_into) where merged_into is not null;
create index enquiry_mail on enquiry (lower(asker_mail), id) where asker_mail is not null;

create table enquiry_work (
    enquiry_id    bigint primary key references enquiry,
    org_path      text collate "C" not null,
    unit_id       bigint not null,
    desk_id       bigint not null,
    desk_path     text collate "C" not null,
    level         text not null check (level in ('HOUSE', 'DISTRICT', 'GACC')),
    status        text not null default 'NEW' check (status in ('NEW', 'OPEN', 'WAITING', 'ANSWERED', 'CLOSED', 'REOPENED')),
    officer_id    bigint references account,
    coordinator_id bigint references account,
    priority      smallint not null default 2 check (priority between 1 and 3),
    topic         text references library_topic,
    audience      text check (audience in ('ALL', 'PROSPECTIVE', 'AEO')),
    tags          text[] not null default '{}' check (cardinality(tags) <= 20 and array_position(tags, null) is null),
    due_at        timestamptz,
    warn_at       timestamptz,
    left_minutes  int,
    total_due_at  timestamptz,
    total_left_minutes int,
    clock_since   timestamptz,
    warned_at     timestamptz,
    late_told_at  timestamptz,
    total_late_told_at timestamptz,
    reopened      smallint not null default 0,
    last_in_at    timestamptz,
    changed_at    timestamptz not null default now(),
    version       bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    foreign key (desk_id, desk_path) references unit (id, org_path) on update cascade,
    check (status in ('NEW', 'OPEN', 'REOPENED') or due_at is null)
);
comment on table enquiry_work is 'scoped: how customs works on an enquiry, by the path of the unit that answers the asker';
comment on column enquiry_work.desk_id is 'the unit whose turn it is: the one that answers, its district, or GACC';
comment on column enquiry_work.priority is '1 urgent, 2 normal, 3 low';
comment on column enquiry_work.due_at is 'when the clock of this level runs out; null while it stands';
comment on column enquiry_work.left_minutes is 'working minutes left on the clock of this level: at clock_since, or while it stands; below zero when it ran out';
comment on column enquiry_work.clock_since is 'since when both clocks run; null while they stand';
comment on column enquiry_work.last_in_at is 'when the asker last wrote and nobody has answered since';
-- The queue of a desk, of an officer, and what is late anywhere below.
create index enquiry_work_queue on enquiry_work (desk_path, due_at, enquiry_id) where status in ('NEW', 'OPEN', 'REOPENED');
create index enquiry_work_officer on enquiry_work (officer_id, due_at, enquiry_id) where status in ('NEW', 'OPEN', 'WAITING', 'REOPENED');
create index enquiry_work_due on enquiry_work (due_at) where due_at is not null;
create index enquiry_work_scope on enquiry_work (org_path, status, enquiry_id);
create index enquiry_work_tags on enquiry_work using gin (tags);

create sequence enquiry_message_seq start with 50 increment by 50;
create table enquiry_message (
    id            bigint primary key default nextval('enquiry_message_seq'),
    enquiry_id    bigint not null references enquiry,
    kind          text not null check (kind in ('QUESTION', 'SUPPLEMENT', 'ANSWER', 'REQUEST', 'INTERIM', 'NOTICE')),
    language      text not null check (language in ('zh', 'en')),
    body          text not null check (body <> '' and length(body) <= 100000),
    original_html text,
    account_id    bigint references account,
    unit_id       bigint references unit,
    level         text check (level in ('HOUSE', 'DISTRICT', 'GACC')),
    authority     text check (authority in ('GUIDANCE', 'POSITION', 'INTERPRETATION')),
    serves        bigint references enquiry_message,
    mail_id       bigint references mail on delete set null,
    inbound_id    bigint,
    at            timestamptz not null default now(),
    goes_at       timestamptz not null default now(),
    undone_at     timestamptz,
    version       bigint not null default 0,
    check ((kind = 'ANSWER') = (authority is not null)),
    check (kind in ('QUESTION', 'SUPPLEMENT') or unit_id is not null)
);
comment on table enquiry_message is 'scoped: what went between the asker and customs; seen with the enquiry, by the asker when it has gone out';
comment on column enquiry_message.unit_id is 'unit of the officer when he wrote it; null for the asker''s own words';
comment on column enquiry_message.authority is 'GUIDANCE of a house, POSITION of a district, INTERPRETATION of GACC';
comment on column enquiry_message.serves is 'the answer this one repeats for a merged enquiry';
comment on column enquiry_message.goes_at is 'until then its author can take it back';
create index enquiry_message_thread on enquiry_message (enquiry_id, id);
create index enquiry_message_serves on enquiry_message (serves) where serves is not null;

create table enquiry_file (
    message_id bigint not null references enquiry_message,
    position   smallint not null,
    file_id    bigint not null references stored_file,
    primary key (message_id, position)
);
comment on table enquiry_file is 'scoped: files of a message; seen with it';

create table enquiry_citation (
    message_id  bigint not null references enquiry_message,
    position    smallint not null,
    document_id bigint not null references document,
    version     int not null,
    anchor      text,
    primary key (message_id, position),
    unique (message_id, document_id)
);
comment on table enquiry_citation is 'scoped: documents an answer rests on, in the version read; seen with the message';
create index enquiry_citation_document on enquiry_citation (document_id, message_id);

create sequence enquiry_recheck_seq start with 50 increment by 50;
create table enquiry_recheck (
    id           bigint primary key default nextval('enquiry_recheck_seq'),
    message_id   bigint not null references enquiry_message,
    enquiry_id   bigint not null references enquiry,
    document_id  bigint not null references document,
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    from_version int not null,
    to_version   int not null,
    why          text not null check (why in ('CHANGED', 'REPEALED', 'ARCHIVED')),
    status       text not null default 'OPEN' check (status in ('OPEN', 'STILL_RIGHT', 'CHANGED')),
    decided_by   bigint references account,
    decided_at   timestamptz,
    note         text,
    answer_id    bigint references enquiry_message,
    created_at   timestamptz not null default now(),
    version      bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((status = 'OPEN') = (decided_by is null))
);
comment on table enquiry_recheck is 'scoped: answers whose cited document changed, by the path of the unit whose officer answered; until one says whether the answer is still right';
create unique index enquiry_recheck_once on enquiry_recheck (message_id, document_id) where status = 'OPEN';
create index enquiry_recheck_scope on enquiry_recheck (org_path, status, id);

create sequence enquiry_step_seq start with 50 increment by 50;
create table enquiry_step (
    id           bigint primary key default nextval('enquiry_step_seq'),
    enquiry_id   bigint not null references enquiry,
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    level        text not null check (level in ('HOUSE', 'DISTRICT', 'GACC')),
    entered_at   timestamptz not null default now(),
    left_at      timestamptz,
    target_minutes int not null check (target_minutes > 0),
    worked_minutes int not null default 0,
    late         boolean not null default false,
    passed       text check (passed in ('UP', 'DOWN', 'OVER', 'ANSWERED', 'CLOSED')),
    account_id   bigint references account,
    words        text,
    proposal     text,
    agreed       boolean not null default false,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((left_at is null) = (passed is null)),
    check (not agreed or (passed = 'DOWN' and proposal <> '')),
    check (passed is distinct from 'UP' or (words <> '' and proposal <> '')),
    check (passed is distinct from 'DOWN' or agreed or words <> '')
);
comment on table enquiry_step is 'scoped: each stay of an enquiry at a unit, with its clock, and what was said when it was passed on; read by that unit, those above it, and those it came from or went to';
comment on column enquiry_step.words is 'why it was passed up, the guidance it was returned with, why it was handed over';
comment on column enquiry_step.proposal is 'the answer proposed to the level above, or agreed for the one below';
comment on column enquiry_step.agreed is 'passed down with an answer to be sent with the authority of this level';
comment on column enquiry_step.worked_minutes is 'working minutes the clock ran there, when it left';
create index enquiry_step_enquiry on enquiry_step (enquiry_id, id);
create index enquiry_step_scope on enquiry_step (org_path, entered_at);
create unique index enquiry_step_open on enquiry_step (enquiry_id) where left_at is null;

create sequence enquiry_note_seq start with 50 increment by 50;
create table enquiry_note (
    id         bigint primary key default nextval('enquiry_note_seq'),
    enquiry_id bigint not null references enquiry,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    level      text not null check (level in ('HOUSE', 'DISTRICT', 'GACC')),
    account_id bigint not null references account,
    body       text not null check (body <> '' and length(body) <= 20000),
    mentioned  bigint[] not null default '{}',
    created_at timestamptz not null default now(),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_note is 'scoped: internal notes; the author''s unit alone reads them, whoever has the enquiry';
create index enquiry_note_enquiry on enquiry_note (enquiry_id, id);

create table enquiry_draft (
    enquiry_id bigint not null references enquiry,
    account_id bigint not null references account,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    kind       text not null check (kind in ('ANSWER', 'REQUEST', 'NOTE', 'PASS')),
    content    jsonb not null,
    changed_at timestamptz not null default now(),
    primary key (enquiry_id, account_id, kind),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_draft is 'scoped: what an officer is writing; its unit sees that he does, the words are his';

create sequence enquiry_event_seq start with 50 increment by 50;
create table enquiry_event (
    id         bigint primary key default nextval('enquiry_event_seq'),
    enquiry_id bigint not null references enquiry,
    at         timestamptz not null default now(),
    kind       text not null,
    account_id bigint references account,
    unit_id    bigint references unit,
    facts      jsonb not null default '{}'
);
comment on table enquiry_event is 'scoped: what was done with an enquiry, without anybody''s words; seen by officers with the enquiry';
create index enquiry_event_enquiry on enquiry_event (enquiry_id, id);

create table enquiry_link (
    enquiry_id bigint not null references enquiry,
    other_id   bigint not null references enquiry,
    relation   text not null check (relation in ('RELATED', 'SPLIT_FROM')),
    account_id bigint not null references account,
    created_at timestamptz not null default now(),
    primary key (enquiry_id, other_id),
    check (enquiry_id <> other_id)
);
comment on table enquiry_link is 'scoped: enquiries that have to do with each other; seen by officers who see both';
create index enquiry_link_other on enquiry_link (other_id);

create table enquiry_rating (
    enquiry_id bigint primary key references enquiry,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    solved     boolean not null,
    ease       smallint not null check (ease between 1 and 5),
    words      text check (words <> '' and length(words) <= 2000),
    rated_at   timestamptz not null default now(),
    seen_by    bigint references account,
    seen_at    timestamptz,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_rating is 'scoped: what the asker said of the answer, once, by the path of the unit that answered';
comment on column enquiry_rating.ease is '1 very hard to 5 very easy';
create index enquiry_rating_scope on enquiry_rating (org_path, rated_at);

-- Links in letters: to the status page, to confirm an address, to rate. Reached through functions only.
create table enquiry_token (
    hash       bytea primary key check (length(hash) = 32),
    enquiry_id bigint references enquiry,
    intake_id  bigint,
    purpose    text not null check (purpose in ('STATUS', 'CONFIRM', 'RATE')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz,
    check (num_nonnulls(enquiry_id, intake_id) = 1)
);
comment on table enquiry_token is 'system: secret links of askers, by hash; reached through functions only';
create index enquiry_token_enquiry on enquiry_token (enquiry_id) where enquiry_id is not null;

-- A question whose asker has not yet confirmed his address; in nobody's queue.
create sequence enquiry_intake_seq start with 50 increment by 50;
create table enquiry_intake (
    id         bigint primary key default nextval('enquiry_intake_seq'),
    content    jsonb not null,
    created_at timestamptz not null default now()
);
comment on table enquiry_intake is 'system: questions that wait for the confirmation of an address; purged after seven days';

create sequence enquiry_spared_seq start with 50 increment by 50;
create table enquiry_spared (
    id          bigint primary key default nextval('enquiry_spared_seq'),
    document_id bigint references document on delete set null,
    enquiry_id  bigint references enquiry,
    language    text not null check (language in ('zh', 'en')),
    words       text check (length(words) <= 500),
    at          timestamptz not null default now()
);
comment on table enquiry_spared is 'published: questions answered by a passage or a published question, so that nobody had to ask; no name, no unit';

-- What is data, valid from a day.
create sequence enquiry_target_seq start with 50 increment by 50;
create table enquiry_target (
    id         bigint primary key default nextval('enquiry_target_seq'),
    unit_id    bigint,
    org_path   text collate "C",
    level      text not null check (level in ('HOUSE', 'DISTRICT', 'GACC', 'TOTAL')),
    topic      text references library_topic,
    priority   smallint check (priority between 1 and 3),
    minutes    int not null check (minutes between 30 and 100000),
    warn_minutes int not null check (warn_minutes >= 0),
    valid_from date not null,
    account_id bigint references account,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (warn_minutes < minutes)
);
comment on table enquiry_target is 'reference: in how many working minutes a level is to be done, by topic and priority (null: any); the nearest unit at or above (null: everywhere), then the most specific, then the newest valid one counts; of two for one day the later';
create index enquiry_target_level on enquiry_target (level, valid_from);

create sequence enquiry_authority_seq start with 50 increment by 50;
create table enquiry_authority (
    id         bigint primary key default nextval('enquiry_authority_seq'),
    topic      text references library_topic,
    needs      text not null check (needs in ('GUIDANCE', 'POSITION', 'INTERPRETATION')),
    valid_from date not null,
    account_id bigint references account
);
comment on table enquiry_authority is 'reference: which authority an answer on a topic needs (null: all others), valid from a day';
create index enquiry_authority_topic on enquiry_authority (topic, valid_from);

create table enquiry_status_name (
    unit_id  bigint not null,
    org_path text collate "C" not null,
    status   text not null check (status in ('NEW', 'OPEN', 'WAITING', 'ELSEWHERE', 'ANSWERED', 'CLOSED', 'REOPENED')),
    zh       text not null check (zh <> ''),
    en       text not null check (en <> ''),
    primary key (unit_id, status),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_status_name is 'reference: what a unit and those below it call a status';

create sequence enquiry_template_seq start with 50 increment by 50;
create table enquiry_template (
    id         bigint primary key default nextval('enquiry_template_seq'),
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    name       text not null check (name <> ''),
    topic      text references library_topic,
    body_zh    text not null check (body_zh <> ''),
    body_en    text,
    archived   boolean not null default false,
    version    bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    unique (unit_id, name)
);
comment on table enquiry_template is 'scoped: texts with placeholders for answers, for a unit and those below it';

-- Starting values, to be set by each district: no rule on times of reply is known.
insert into enquiry_target (level, minutes, warn_minutes, valid_from) values
    ('HOUSE', 1260, 210, '2024-01-01'), ('DISTRICT', 2100, 420, '2024-01-01'), ('GACC', 4200, 840, '2024-01-01'),
    ('TOTAL', 8400, 1260, '2024-01-01');
insert into enquiry_authority (topic, needs, valid_from) values (null, 'GUIDANCE', date '2024-01-01');
