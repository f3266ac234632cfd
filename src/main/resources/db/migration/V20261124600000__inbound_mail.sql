-- Mail that comes in: mailboxes of units, what was fetched from them, and which mails belong together.

create sequence mailbox_seq start with 50 increment by 50;
create table mailbox (
    id            bigint primary key default nextval('mailbox_seq'),
    unit_id       bigint not null unique,
    org_path      text collate "C" not null,
    address       text collate "C" not null unique
                      check (address = lower(address) and address ~ '^[^@+[:space:]]+@[^@[:space:]]+$' and length(address) <= 200),
    active        boolean not null default true,
    claimed_by    text,
    claimed_until timestamptz,
    retry_at      timestamptz not null default now(),
    contact_at    timestamptz,
    failures      int not null default 0,
    error         text,
    version       bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table mailbox is 'scoped: the address of a unit to which people write, and how its mailbox was last reached; passwords are configuration';
comment on column mailbox.claimed_until is 'until then one node alone reads it';
comment on column mailbox.failures is 'attempts to reach it in a row that failed';
create index mailbox_scope on mailbox (org_path, id);

create table mail_thread (
    name  text primary key,
    token text not null unique check (token ~ '^[0-9a-f]{32}$')
);
comment on table mail_thread is 'system: conversations by mail, under the name the feature gave them, with the secret part of their reply address';

create sequence inbound_mail_seq start with 50 increment by 50;
create table inbound_mail (
    id          bigint primary key default nextval('inbound_mail_seq'),
    mailbox_id  bigint not null references mailbox,
    unit_id     bigint not null,
    org_path    text collate "C" not null,
    uidvalidity bigint not null,
    uid         bigint not null,
    sha256      bytea not null check (length(sha256) = 32),
    content_key bytea not null check (length(content_key) = 32),
    raw         bytea not null,
    bytes       bigint not null check (bytes >= 0),
    message_id  text,
    sender      text,
    sender_name text,
    subject     text,
    status      text not null default 'ARRIVED' check (status in ('ARRIVED', 'WORKING', 'DONE', 'ASIDE')),
    became      text check (became in ('NEW', 'REPLY', 'BOUNCE', 'AWAY', 'AUTOMATIC', 'LOOP', 'NOTHING')),
    reason      text check (reason in ('SIZE', 'HEADERS', 'PARTS', 'UNREADABLE', 'SENDER', 'FLOOD', 'FAULT')),
    thread      text,
    error       text,
    forced      boolean not null default false,
    copies      int not null default 0,
    attempts    int not null default 0,
    claimed_by  text,
    next_attempt_at timestamptz not null default now(),
    fetched_at  timestamptz not null default now(),
    done_at     timestamptz,
    version     bigint not null default 0,
    unique (mailbox_id, uidvalidity, uid),
    unique (mailbox_id, content_key),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((status = 'DONE') = (became is not null)),
    check ((status = 'ASIDE') = (reason is not null))
);
alter table inbound_mail alter column raw set storage external;
comment on table inbound_mail is 'scoped: every mail fetched, as it came, with what became of it, by the path of the unit of its mailbox';
comment on column inbound_mail.content_key is 'SHA-256 of Message-ID and body: the same mail comes once, whatever number the mailbox gives it';
comment on column inbound_mail.raw is 'the whole mail; of one that is too large its head';
comment on column inbound_mail.bytes is 'size of the whole mail';
comment on column inbound_mail.reason is 'why it was laid aside for a person';
comment on column inbound_mail.forced is 'a person had it taken in though it looked like one of a machine';
comment on column inbound_mail.copies is 'how often it came again';
create index inbound_mail_due on inbound_mail (next_attempt_at) where status in ('ARRIVED', 'WORKING');
create index inbound_mail_scope on inbound_mail (org_path, id);
create index inbound_mail_aside on inbound_mail (id) where status = 'ASIDE';
create index inbound_mail_sender on inbound_mail (sender, fetched_at);
create index inbound_mail_message on inbound_mail (message_id) where message_id is not null;
create index inbound_mail_thread on inbound_mail (thread, id) where thread is not null;

alter table mail add thread text, add reply_to text, add in_reply_to text, add refs text;
comment on column mail.thread is 'the conversation it belongs to, see mail_thread; null: none';
comment on column mail.reply_to is 'address answers go to, with the token of the conversation';
create index mail_of_thread on mail (thread, id) where thread is not null;

alter table mailbox enable row level security;
alter table inbound_mail enable row level security;
create policy mailbox_read on mailbox for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy mailbox_add on mailbox for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy mailbox_change on mailbox for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy mailbox_work on mailbox to ${jobs} using (true) with check (true);
create policy inbound_mail_read on inbound_mail for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy inbound_mail_change on inbound_mail for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy inbound_mail_work on inbound_mail to ${jobs} using (true) with check (true);
grant select, insert on mailbox to ${app};
grant update (address, active, retry_at, version) on mailbox to ${app};
grant select on inbound_mail to ${app};
grant update (status, became, reason, forced, attempts, next_attempt_at, done_at, version) on inbound_mail to ${app};
grant select, update on mailbox to ${jobs};
grant select, insert, update on inbound_mail to ${jobs};
grant select on mail_thread to ${jobs};
grant usage on sequence mailbox_seq to ${app};
grant usage on sequence inbound_mail_seq to ${jobs};

-- In the transaction of whoever makes something of the mail: both or neither.
create function inbound_mail_taken(wanted bigint, worker text, what text, conversation text) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if what not in ('NEW', 'REPLY') then
        raise exception 'inbound_mail_taken: %', what;
    end if;
    update inbound_mail i set status = 'DONE', became = what, thread = conversation, done_at = now(), error = null,
            claimed_by = null, version = i.version + 1
        where i.id = wanted and i.status = 'WORKING' and i.claimed_by = worker;
    return found;
end
$$;
comment on function inbound_mail_taken is 'closes a mail in hand with what became of it; false when somebody else has it in hand by now';

-- So that letters written in the same transaction answer it.
create function inbound_mail_begins(wanted bigint, conversation text) returns void
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    update inbound_mail set thread = conversation where id = wanted and status = 'WORKING'
$$;
comment on function inbound_mail_begins is 'says which conversation a mail in hand belongs to';

-- What an asker's mail program needs to show one conversation: the mails before, and an address that leads back here.
create function mail_join(conversation text, mails bigint[]) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    secret text;
    before text[];
    last_in text;
    joined int;
begin
    insert into mail_thread (name, token) values (conversation, replace(gen_random_uuid()::text, '-', ''))
        on conflict do nothing;
    select t.token into secret from mail_thread t where t.name = conversation;
    select array_agg(x.message_id order by x.at), (array_agg(x.message_id order by x.at desc) filter (where x.inbound))[1]
        into before, last_in
        from (select y.message_id, y.at, y.inbound from (
            select i.message_id, i.fetched_at as at, true as inbound from inbound_mail i
                where i.thread = conversation and i.message_id is not null
            union all
            select m.message_id, m.created_at, false from mail m
                where m.thread = conversation and m.status <> 'DEAD' and m.id <> all (mails)) y
            order by y.at desc limit 20) x;
    update mail m set thread = conversation,
            in_reply_to = coalesce(last_in, before[cardinality(before)]),
            refs = array_to_string(before, ' '),
            reply_to = (select split_part(b.address, '@', 1) || '+' || secret || '@' || split_part(b.address, '@', 2)
                from mailbox b where b.active and starts_with(m.org_path, b.org_path)
                order by length(b.org_path) desc limit 1)
        where m.id = any (mails) and m.thread is null;
    get diagnostics joined = row_count;
    return joined;
end
$$;
comment on function mail_join is 'puts mails just written into a conversation: earlier Message-IDs, and an address for the answer of the nearest unit that has a mailbox';
revoke all on function inbound_mail_taken, inbound_mail_begins, mail_join from public;
grant execute on function inbound_mail_taken, inbound_mail_begins, mail_join to ${app};
