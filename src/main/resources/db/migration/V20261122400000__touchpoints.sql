-- The ledger of contacts. What was said belongs to the unit of its author; that there was a contact belongs to each
-- party, which has a row of its own with the path it has at present. The row of a party repeats when, how and how strong
-- the contact was, so that the history of one enterprise and the work lists of a unit are read by one index each.

create table contact_strength (
    code text primary key,
    rank smallint not null unique
);
comment on table contact_strength is 'reference: how strong a contact is, weakest first: a ladder';
insert into contact_strength values ('DELIVERED', 1), ('OPENED', 2), ('REGISTERED', 3), ('ATTENDED', 4),
    ('ONE_TO_ONE', 5), ('SELF_ASSESSED', 6), ('APPLIED', 7);

create table contact_channel (
    code     text primary key,
    position smallint not null unique,
    strength text not null references contact_strength
);
comment on table contact_channel is 'reference: ways of contact, and how strong one is unless somebody says otherwise';
insert into contact_channel values
    ('ONE_TO_ONE_TRAINING', 1, 'ONE_TO_ONE'), ('ON_SITE_GUIDANCE', 2, 'ONE_TO_ONE'), ('VISIT', 3, 'ONE_TO_ONE'),
    ('COUNTER', 4, 'ONE_TO_ONE'), ('PHONE', 5, 'ONE_TO_ONE'), ('HOTLINE', 6, 'ONE_TO_ONE'),
    ('ONLINE_SESSION', 7, 'ATTENDED'), ('LIVE_STREAM', 8, 'ATTENDED'), ('CONFERENCE', 9, 'ATTENDED'),
    ('TRAINING_BASE', 10, 'ATTENDED'), ('MAIL', 11, 'DELIVERED'), ('MESSAGE', 12, 'DELIVERED'),
    ('PORTAL', 13, 'OPENED');

alter table contact_strength enable row level security;
alter table contact_channel enable row level security;
create policy contact_strength_read on contact_strength for select using (true);
create policy contact_channel_read on contact_channel for select using (true);
grant select on contact_strength, contact_channel to ${app};

create sequence touchpoint_seq start with 50 increment by 50;
create table touchpoint (
    id               bigint primary key default nextval('touchpoint_seq'),
    unit_id          bigint not null,
    org_path         text collate "C" not null,
    unit_id_then     bigint not null references unit,
    happened_on      date not null,
    began_at         time,
    at               timestamptz not null,
    channel          text not null references contact_channel,
    direction        text not null check (direction in ('OUT', 'IN')),
    strength         text not null references contact_strength,
    said             text,
    agreed           text,
    people           text,
    heard            boolean not null default false,
    heard_on         text,
    heard_severity   text check (heard_severity in ('MINOR', 'HINDERING', 'SERIOUS')),
    shared           boolean not null default false,
    told             boolean not null default false,
    assignment_id    bigint,
    source           text not null default 'entry',
    account_id       bigint not null references account,
    created_at       timestamptz not null default now(),
    withdrawn_at     timestamptz,
    withdrawn_by     bigint references account,
    withdrawn_reason text,
    version          bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (heard or (heard_on is null and heard_severity is null))
);
comment on table touchpoint is 'scoped: what was said in a contact, by the path of the unit of its author; the rows of its parties say with whom';
comment on column touchpoint.at is 'beginning; noon in Shanghai of a day whose time is not known (began_at is null)';
comment on column touchpoint.unit_id_then is 'the unit when it happened; never changed';
comment on column touchpoint.shared is 'whether those who see one of the parties may read what was said';
comment on column touchpoint.told is 'whether the enterprises see day, channel and what was agreed';
comment on column touchpoint.assignment_id is 'the assignment of a campaign it counts for';
create index touchpoint_scope on touchpoint (org_path, at desc, id desc);

create sequence touchpoint_party_seq start with 50 increment by 50;
create table touchpoint_party (
    id            bigint primary key default nextval('touchpoint_party_seq'),
    touchpoint_id bigint not null references touchpoint,
    enterprise_id bigint,
    partner_id    bigint,
    partner_unit  bigint,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    unit_id_then  bigint not null references unit,
    by_unit_id    bigint not null references unit,
    at            timestamptz not null,
    timed         boolean not null,
    channel       text not null,
    strength      text not null,
    direction     text not null,
    withdrawn_at  timestamptz,
    -- The path follows the enterprise to another house.
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    -- A contact with a partner organisation is the author's: units below the one that keeps the partner have them too.
    foreign key (partner_unit, org_path) references unit (id, org_path) on update cascade,
    check (num_nonnulls(enterprise_id, partner_id) = 1),
    check ((partner_id is null) = (partner_unit is null))
);
comment on table touchpoint_party is 'scoped: who a contact was with, one row for each, by the path of the enterprise at present, with a partner by that of the author; repeats when, how and how strong';
comment on column touchpoint_party.unit_id_then is 'house of the party when it happened; never changed';
comment on column touchpoint_party.by_unit_id is 'unit of the author';
create index touchpoint_party_enterprise on touchpoint_party (enterprise_id, at desc, id desc)
    where enterprise_id is not null;
create index touchpoint_party_partner on touchpoint_party (partner_id, at desc, id desc) where partner_id is not null;
create index touchpoint_party_scope on touchpoint_party (org_path, at desc, id desc);
create index touchpoint_party_at on touchpoint_party (at desc, id desc);
create index touchpoint_party_touchpoint on touchpoint_party (touchpoint_id);

alter table touchpoint_party enable row level security;
create policy touchpoint_party_read on touchpoint_party for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy touchpoint_party_add on touchpoint_party for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy touchpoint_party_change on touchpoint_party for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on touchpoint_party to ${app};
grant update (withdrawn_at) on touchpoint_party to ${app};
grant usage on sequence touchpoint_party_seq to ${app};

alter table touchpoint enable row level security;
create policy touchpoint_read on touchpoint for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (shared and withdrawn_at is null and exists (
        select from touchpoint_party p where p.touchpoint_id = touchpoint.id and p.withdrawn_at is null)));
create policy touchpoint_add on touchpoint for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy touchpoint_change on touchpoint for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on touchpoint to ${app};
grant update (happened_on, began_at, at, channel, direction, strength, said, agreed, people, heard, heard_on,
    heard_severity, shared, told, withdrawn_at, withdrawn_by, withdrawn_reason, version) on touchpoint to ${app};
grant usage on sequence touchpoint_seq to ${app};

-- What belongs to the text is seen with it.
create table touchpoint_officer (
    touchpoint_id bigint not null references touchpoint,
    account_id    bigint not null references account,
    unit_id_then  bigint not null references unit,
    primary key (account_id, touchpoint_id)
);
comment on table touchpoint_officer is 'scoped: officers who took part, and their unit at that time; seen with the text';
create index touchpoint_officer_touchpoint on touchpoint_officer (touchpoint_id);

create table touchpoint_subject (
    touchpoint_id bigint not null references touchpoint,
    position      smallint not null,
    kind          text not null check (kind in ('POLICY', 'GUIDE', 'CRITERION', 'ARRANGEMENT', 'OTHER')),
    reference_id  bigint,
    text          text not null check (text <> ''),
    primary key (touchpoint_id, position)
);
comment on table touchpoint_subject is 'scoped: what it was about; seen with the text';

create table touchpoint_file (
    touchpoint_id bigint not null references touchpoint,
    file_id       bigint not null references stored_file,
    primary key (touchpoint_id, file_id)
);
comment on table touchpoint_file is 'scoped: files added to it; seen with the text, opened by those the file itself is for';

create sequence touchpoint_version_seq start with 50 increment by 50;
create table touchpoint_version (
    id            bigint primary key default nextval('touchpoint_version_seq'),
    touchpoint_id bigint not null references touchpoint,
    version       bigint not null,
    replaced_at   timestamptz not null,
    replaced_by   bigint not null references account,
    reason        text not null check (reason <> ''),
    content       jsonb not null,
    unique (touchpoint_id, version)
);
comment on table touchpoint_version is 'scoped: what stood there before a correction; for the unit of the author and those above it only';

alter table touchpoint_officer enable row level security;
alter table touchpoint_subject enable row level security;
alter table touchpoint_file enable row level security;
alter table touchpoint_version enable row level security;
create policy touchpoint_officer_read on touchpoint_officer for select to ${app} using (
    exists (select from touchpoint t where t.id = touchpoint_id));
create policy touchpoint_subject_read on touchpoint_subject for select to ${app} using (
    exists (select from touchpoint t where t.id = touchpoint_id));
create policy touchpoint_file_read on touchpoint_file for select to ${app} using (
    exists (select from touchpoint t where t.id = touchpoint_id));
create policy touchpoint_version_read on touchpoint_version for select to ${app} using (exists (
    select from touchpoint t where t.id = touchpoint_id
        and t.org_path >= nullif(current_setting('app.lo', true), '') and t.org_path < current_setting('app.hi', true)));
create policy touchpoint_officer_write on touchpoint_officer to ${app} using (exists (
    select from touchpoint t where t.id = touchpoint_id
        and t.org_path >= nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true)));
create policy touchpoint_subject_write on touchpoint_subject to ${app} using (exists (
    select from touchpoint t where t.id = touchpoint_id
        and t.org_path >= nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true)));
create policy touchpoint_file_add on touchpoint_file for insert to ${app} with check (exists (
    select from touchpoint t where t.id = touchpoint_id
        and t.org_path >= nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true)));
create policy touchpoint_version_add on touchpoint_version for insert to ${app} with check (exists (
    select from touchpoint t where t.id = touchpoint_id
        and t.org_path >= nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true)));
grant select, insert, delete on touchpoint_officer, touchpoint_subject to ${app};
grant select, insert on touchpoint_file, touchpoint_version to ${app};
grant usage on sequence touchpoint_version_seq to ${app};

-- What the enterprise sees of a contact: rows of their own, so that nothing internal can slip through.
create table touchpoint_told (
    touchpoint_id bigint not null references touchpoint,
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    by_unit_id    bigint not null references unit,
    happened_on   date not null,
    channel       text not null,
    agreed        text,
    primary key (enterprise_id, touchpoint_id),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade
);
comment on table touchpoint_told is 'scoped: what an enterprise is shown of its contacts, by the path of its house; kept by a trigger';
create index touchpoint_told_scope on touchpoint_told (org_path, touchpoint_id);
create index touchpoint_told_touchpoint on touchpoint_told (touchpoint_id);
alter table touchpoint_told enable row level security;
create policy touchpoint_told_read on touchpoint_told for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint);
grant select on touchpoint_told to ${app};

-- A correction reaches the rows of all parties, those too that meanwhile belong to a unit the author does not see.
create function touchpoint_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update touchpoint_party p set at = new.at, timed = new.began_at is not null, channel = new.channel,
            strength = new.strength, direction = new.direction,
            withdrawn_at = coalesce(p.withdrawn_at, new.withdrawn_at)
        where p.touchpoint_id = new.id;
    perform touchpoint_tell(new.id);
    return null;
end
$$;
create trigger touchpoint_changed after update of at, began_at, channel, strength, direction, withdrawn_at, told, agreed
    on touchpoint for each row execute function touchpoint_changed();

-- What its enterprises are shown of a touchpoint, made anew.
create function touchpoint_tell(wanted bigint) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    delete from touchpoint_told where touchpoint_id = wanted;
    insert into touchpoint_told
        select t.id, p.enterprise_id, p.unit_id, p.org_path, t.unit_id_then, t.happened_on, t.channel, t.agreed
            from touchpoint t join touchpoint_party p on p.touchpoint_id = t.id
            where t.id = wanted and t.told and t.withdrawn_at is null and p.withdrawn_at is null
                and p.enterprise_id is not null
        on conflict do nothing;
$$;
create function touchpoint_met() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from touchpoint t where t.id = new.touchpoint_id and t.told) then
        perform touchpoint_tell(new.touchpoint_id);
    end if;
    return null;
end
$$;
create trigger touchpoint_met after insert or update of withdrawn_at, enterprise_id on touchpoint_party
    for each row execute function touchpoint_met();
revoke all on function touchpoint_changed, touchpoint_tell, touchpoint_met from public;
