-- Mail that waits to be sent, and work done in the background.

create sequence mail_seq start with 50 increment by 50;
create table mail (
    id              bigint primary key default nextval('mail_seq'),
    message_id      text not null unique,
    template        text not null,
    language        text not null check (language in ('zh', 'en')),
    recipient       text not null,
    recipient_name  text not null,
    subject         text not null,
    body_text       text not null,
    body_html       text not null,
    org_path        text collate "C" not null,
    status          text not null default 'WAITING' check (status in ('WAITING', 'SENDING', 'SENT', 'DEAD')),
    attempts        int not null default 0,
    next_attempt_at timestamptz not null default now(),
    claimed_by      text,
    claimed_until   timestamptz,
    last_error      text,
    created_at      timestamptz not null default now(),
    sent_at         timestamptz,
    version         bigint not null default 0
);
comment on table mail is 'scoped: the outbox; a row is written in the transaction that causes it and sent afterwards, at least once';
create index mail_due on mail (next_attempt_at) where status in ('WAITING', 'SENDING');
create index mail_scope on mail (org_path, id);
alter table mail enable row level security;
create policy mail_read on mail for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy mail_add on mail for insert to ${app} with check (true);
-- A dead mail may be sent again by a person who may write there.
create policy mail_change on mail for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy mail_work on mail to ${jobs} using (true) with check (true);
grant select, insert on mail to ${app};
grant update (status, attempts, next_attempt_at, version) on mail to ${app};
grant select, insert, update on mail to ${jobs};
grant usage on sequence mail_seq to ${app}, ${jobs};

create sequence job_seq start with 50 increment by 50;
create table job (
    id               bigint primary key default nextval('job_seq'),
    kind             text not null,
    slot             timestamptz,
    status           text not null default 'WAITING'
                         check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    account_id       bigint references account,
    assignment_id    bigint references role_assignment,
    substitution_id  bigint references substitution,
    org_path         text collate "C" not null,
    parameters       jsonb not null default '{}',
    done             bigint not null default 0,
    total            bigint,
    result           jsonb,
    error            text,
    cancel_requested boolean not null default false,
    claimed_by       text,
    claimed_until    timestamptz,
    attempts         int not null default 0,
    created_at       timestamptz not null default now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    version          bigint not null default 0,
    unique (kind, slot),
    check ((slot is null) = (account_id is not null))
);
comment on table job is 'scoped: background work, started by a person (account_id) or by the schedule (slot)';
create index job_scope on job (org_path, id);
create index job_due on job (id) where status in ('WAITING', 'RUNNING');
alter table job enable row level security;
create policy job_read on job for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy job_add on job for insert to ${app} with check (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true)
    and account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy job_change on job for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy job_work on job to ${jobs} using (true) with check (true);
grant select, insert on job to ${app};
grant update (cancel_requested, version) on job to ${app};
grant select, insert, update, delete on job to ${jobs};
grant usage on sequence job_seq to ${app}, ${jobs};
