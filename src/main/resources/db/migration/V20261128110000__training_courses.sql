-- What is taught, with what, and how it is checked; and who can teach it.

create sequence training_course_seq start with 50 increment by 50;
create table training_course (
    id         bigint primary key default nextval('training_course_seq'),
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    code       text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
    title_zh   text not null check (title_zh <> ''),
    title_en   text check (title_en <> ''),
    audience   text[] not null check (cardinality(audience) > 0
        and audience <@ array['ALL', 'PROSPECTIVE', 'AEO', 'SME', 'CBEC', 'OFFICERS']),
    minutes    int not null check (minutes between 5 and 9600),
    languages  text[] not null check (cardinality(languages) > 0
        and languages <@ array['ZH', 'EN', 'FR', 'RU', 'ES', 'AR', 'JA', 'KO']),
    summary_zh text check (summary_zh <> ''),
    summary_en text check (summary_en <> ''),
    status     text not null default 'DRAFT' check (status in ('DRAFT', 'OPEN', 'RETIRED')),
    changed_at timestamptz not null default now(),
    version    bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    unique (unit_id, code)
);
comment on table training_course is 'scoped: courses of a unit; once open, everybody signed in reads them';
create index training_course_scope on training_course (org_path, id);

create table training_course_document (
    course_id bigint not null references training_course,
    code      text not null,
    position  int not null,
    primary key (course_id, code)
);
comment on table training_course_document is
    'scoped: documents of the library a course rests on, by their codes: those that come with the program are there later';

create sequence training_course_file_seq start with 50 increment by 50;
create table training_course_file (
    id        bigint primary key default nextval('training_course_file_seq'),
    course_id bigint not null references training_course,
    file_id   bigint not null references stored_file,
    stage     text not null check (stage in ('BEFORE', 'AFTER')),
    title_zh  text not null check (title_zh <> ''),
    title_en  text check (title_en <> ''),
    unique (course_id, file_id)
);
comment on table training_course_file is 'scoped: materials of a course, shown before or after its sessions';
create index training_course_file_of on training_course_file (file_id);

create sequence training_check_question_seq start with 50 increment by 50;
create table training_check_question (
    id           bigint primary key default nextval('training_check_question_seq'),
    course_id    bigint not null references training_course,
    number       int not null check (number > 0),
    edition      int not null default 1 check (edition > 0),
    text_zh      text not null check (text_zh <> ''),
    text_en      text check (text_en <> ''),
    options      jsonb not null check (jsonb_typeof(options) = 'array' and jsonb_array_length(options) between 2 and 8),
    right_option int not null,
    since        timestamptz not null default now(),
    ended_at     timestamptz,
    check (right_option >= 0 and right_option < jsonb_array_length(options)),
    unique (course_id, number, edition)
);
comment on table training_check_question is
    'scoped: questions before and after a course; another wording is another edition, so that answers stay comparable';
create unique index training_check_question_now on training_check_question (course_id, number) where ended_at is null;

create sequence training_trainer_seq start with 50 increment by 50;
create table training_trainer (
    id               bigint primary key default nextval('training_trainer_seq'),
    unit_id          bigint not null,
    org_path         text collate "C" not null,
    account_id       bigint references account,
    name_zh          text not null check (name_zh <> ''),
    name_en          text check (name_en <> ''),
    organisation     text check (organisation <> ''),
    qualification_zh text not null check (qualification_zh <> ''),
    qualification_en text check (qualification_en <> ''),
    languages        text[] not null check (cardinality(languages) > 0
        and languages <@ array['ZH', 'EN', 'FR', 'RU', 'ES', 'AR', 'JA', 'KO']),
    until            date,
    version          bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    unique (unit_id, account_id),
    check (account_id is not null or organisation is not null)
);
comment on table training_trainer is
    'scoped: the pool of trainers of a unit and those below it; an officer goes by his name at the time he was last saved';
create index training_trainer_scope on training_trainer (org_path, id);
create index training_trainer_account on training_trainer (account_id);

create table training_trainer_course (
    trainer_id bigint not null references training_trainer,
    course_id  bigint not null references training_course,
    primary key (trainer_id, course_id)
);
comment on table training_trainer_course is 'scoped: the courses a trainer can teach';
create index training_trainer_course_of on training_trainer_course (course_id);

alter table training_course enable row level security;
alter table training_course_document enable row level security;
alter table training_course_file enable row level security;
alter table training_check_question enable row level security;
alter table training_trainer enable row level security;
alter table training_trainer_course enable row level security;

create policy training_course_read on training_course for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (status <> 'DRAFT' and nullif(current_setting('app.account', true), '') is not null));
create policy training_course_add on training_course for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_course_change on training_course for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));

-- Who reads the course reads what it rests on; questions with their right answers, and the files, only officers do.
create policy training_course_document_read on training_course_document for select to ${app} using (
    exists (select from training_course c where c.id = course_id));
create policy training_course_file_read on training_course_file for select to ${app} using (
    nullif(current_setting('app.lo', true), '') is not null
    and exists (select from training_course c where c.id = course_id));
create policy training_check_question_read on training_check_question for select to ${app} using (
    nullif(current_setting('app.lo', true), '') is not null
    and exists (select from training_course c where c.id = course_id));
create policy training_course_document_add on training_course_document for insert to ${app} with check (
    exists (select from training_course c where c.id = course_id and c.org_path >= nullif(current_setting('app.write_lo',
        true), '') and c.org_path < current_setting('app.write_hi', true)));
create policy training_course_document_drop on training_course_document for delete to ${app} using (
    exists (select from training_course c where c.id = course_id and c.org_path >= nullif(current_setting('app.write_lo',
        true), '') and c.org_path < current_setting('app.write_hi', true)));
create policy training_course_file_add on training_course_file for insert to ${app} with check (
    exists (select from training_course c where c.id = course_id and c.org_path >= nullif(current_setting('app.write_lo',
        true), '') and c.org_path < current_setting('app.write_hi', true)));
create policy training_course_file_drop on training_course_file for delete to ${app} using (
    exists (select from training_course c where c.id = course_id and c.org_path >= nullif(current_setting('app.write_lo',
        true), '') and c.org_path < current_setting('app.write_hi', true)));
create policy training_check_question_add on training_check_question for insert to ${app} with check (
    exists (select from training_course c where c.id = course_id and c.org_path >= nullif(current_setting('app.write_lo',
        true), '') and c.org_path < current_setting('app.write_hi', true)));
create policy training_check_question_end on training_check_question for update to ${app} using (
    exists (select from training_course c where c.id = course_id and c.org_path >= nullif(current_setting('app.write_lo',
        true), '') and c.org_path < current_setting('app.write_hi', true)));

-- A unit plans with its own trainers, those of units below it and those of units above it.
create policy training_trainer_read on training_trainer for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or below_path(training_trainer.org_path));
create policy training_trainer_add on training_trainer for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_trainer_change on training_trainer for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_trainer_course_read on training_trainer_course for select to ${app} using (
    exists (select from training_trainer t where t.id = trainer_id));
create policy training_trainer_course_add on training_trainer_course for insert to ${app} with check (
    exists (select from training_trainer t where t.id = trainer_id and t.org_path >= nullif(current_setting('app.write_lo',
        true), '') and t.org_path < current_setting('app.write_hi', true)));
create policy training_trainer_course_drop on training_trainer_course for delete to ${app} using (
    exists (select from training_trainer t where t.id = trainer_id and t.org_path >= nullif(current_setting('app.write_lo',
        true), '') and t.org_path < current_setting('app.write_hi', true)));

-- Officers of every unit may use the materials of an open course.
create policy stored_file_of_training on stored_file for select to ${app} using (
    purpose = 'training' and exists (select from training_course_file f where f.file_id = stored_file.id));

grant select, insert on training_course, training_course_document, training_course_file, training_check_question,
    training_trainer, training_trainer_course to ${app};
grant delete on training_course_document, training_course_file, training_trainer_course to ${app};
grant update (code, title_zh, title_en, audience, minutes, languages, summary_zh, summary_en, status, changed_at, version)
    on training_course to ${app};
grant update (ended_at) on training_check_question to ${app};
grant update (name_zh, name_en, organisation, qualification_zh, qualification_en, languages, until, version)
    on training_trainer to ${app};
grant usage on sequence training_course_seq, training_course_file_seq, training_check_question_seq, training_trainer_seq
    to ${app};
