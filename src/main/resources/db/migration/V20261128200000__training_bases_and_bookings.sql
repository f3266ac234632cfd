-- Bases, their rooms, and who has a room when.

create sequence training_base_seq start with 50 increment by 50;
create table training_base (
    id         bigint primary key default nextval('training_base_seq'),
    code       text unique,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    kind       text not null check (kind in ('NATIONAL', 'DISTRICT', 'VENUE')),
    name_zh    text not null check (name_zh <> ''),
    name_en    text,
    address_zh text,
    address_en text,
    founded_on text check (founded_on ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
    areas      text[] not null default '{}'
        check (areas <@ array['DISPLAY', 'TEACHING', 'MOCK_VALIDATION', 'OBSERVATION', 'COOPERATION']),
    note_zh    text,
    note_en    text,
    source     text,
    certain    boolean not null default true,
    closed_on  date,
    version    bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    unique (id, unit_id, org_path),
    unique (unit_id, name_zh)
);
comment on table training_base is 'published: bases and venues of training; code: delivered with the program';
comment on column training_base.founded_on is 'as far as it is known: year, month or day';
create index training_base_scope on training_base (org_path, id);

create sequence training_room_seq start with 50 increment by 50;
create table training_room (
    id         bigint primary key default nextval('training_room_seq'),
    base_id    bigint not null,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    name_zh    text not null check (name_zh <> ''),
    name_en    text,
    capacity   int check (capacity between 1 and 100000),
    equipment  text[] not null default '{}',
    online     boolean not null default false,
    link       text check (link like 'https://%'),
    approval   boolean not null default true,
    sole       boolean not null generated always as (not online or capacity is not null) stored,
    closed_on  date,
    version    bigint not null default 0,
    foreign key (base_id, unit_id, org_path) references training_base (id, unit_id, org_path) on update cascade,
    unique (id, unit_id, org_path, sole),
    unique (base_id, name_zh),
    check (link is null or online)
);
comment on table training_room is 'scoped: rooms of bases, for officers; their links are no public matter';
comment on column training_room.sole is 'whether one has it at a time: all but online rooms without limit';
create index training_room_base on training_room (base_id, id);

create sequence training_booking_seq start with 50 increment by 50;
create table training_booking (
    id         bigint primary key default nextval('training_booking_seq'),
    room_id    bigint not null,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    sole       boolean not null,
    by_unit    bigint not null,
    by_path    text collate "C" not null,
    during     tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)
        and not lower_inf(during) and not upper_inf(during)),
    kind       text not null check (kind in ('SESSION', 'BLOCK', 'OTHER')),
    status     text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'GIVEN_UP')),
    session_id bigint,
    title      text not null check (title <> ''),
    reason     text,
    asked_by   bigint not null references account,
    asked_at   timestamptz not null default now(),
    decided_by bigint references account,
    decided_at timestamptz,
    version    bigint not null default 0,
    foreign key (room_id, unit_id, org_path, sole) references training_room (id, unit_id, org_path, sole) on update cascade,
    foreign key (by_unit, by_path) references unit (id, org_path) on update cascade,
    check (kind <> 'SESSION' or session_id is not null),
    check (status <> 'REFUSED' or reason is not null)
);
comment on table training_booking is 'scoped: who has asked for a room of a base and who has it; others learn only when it is taken';
comment on column training_booking.org_path is 'whose room it is: who decides';
comment on column training_booking.by_path is 'who asked';
-- Nobody has a room that somebody else has. The range over the id compares as the id does: no extension is needed.
alter table training_booking add constraint training_booking_once exclude using gist (
    int8range(room_id, room_id, '[]') with &&, during with &&) where (status = 'APPROVED' and sole);
create unique index training_booking_session on training_booking (session_id) where status in ('REQUESTED', 'APPROVED');
create index training_booking_room on training_booking (room_id, lower(during));
create index training_booking_waiting on training_booking (org_path) where status = 'REQUESTED';
create index training_booking_asked on training_booking (by_path, id);

alter table training_base enable row level security;
alter table training_room enable row level security;
alter table training_booking enable row level security;

create policy training_base_read on training_base for select using (true);
create policy training_base_add on training_base for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_base_change on training_base for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on training_base to ${app};
grant update (kind, name_zh, name_en, address_zh, address_en, founded_on, areas, note_zh, note_en, source, certain,
    closed_on, version) on training_base to ${app};

create policy training_room_read on training_room for select to ${app} using (
    nullif(current_setting('app.lo', true), '') is not null);
create policy training_room_add on training_room for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy training_room_change on training_room for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on training_room to ${app};
grant update (name_zh, name_en, capacity, equipment, online, link, approval, closed_on, version) on training_room to ${app};

create policy training_booking_read on training_booking for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (by_path >= nullif(current_setting('app.lo', true), '') and by_path < current_setting('app.hi', true)));
-- Whose room it is decides; who asks gets a room at once only where it needs no approval, and blocks none.
create policy training_booking_add on training_booking for insert to ${app} with check (
    by_path >= nullif(current_setting('app.write_lo', true), '') and by_path < current_setting('app.write_hi', true)
    and ((org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
        or (kind <> 'BLOCK' and (status = 'REQUESTED' or exists (
            select from training_room r where r.id = training_booking.room_id and not r.approval)))));
create policy training_booking_change on training_booking for update to ${app} using (
    (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
    or (by_path >= nullif(current_setting('app.write_lo', true), '') and by_path < current_setting('app.write_hi', true)))
    with check (
        (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
        or (by_path >= nullif(current_setting('app.write_lo', true), '') and by_path < current_setting('app.write_hi', true)
            and kind <> 'BLOCK' and (status in ('REQUESTED', 'GIVEN_UP') or exists (
                select from training_room r where r.id = training_booking.room_id and not r.approval))));
grant select, insert on training_booking to ${app};
grant update (status, reason, decided_by, decided_at, version) on training_booking to ${app};
grant usage on sequence training_base_seq, training_room_seq, training_booking_seq to ${app};

-- Whether a room is free then, but for one booking; whoever asks next waits until this transaction has ended.
create function training_room_free(wanted bigint, span tstzrange, but bigint) returns boolean
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.lo', true), '') is null then
        return false;
    end if;
    perform 1 from training_room where id = wanted for no key update;
    return not exists (
        select from training_booking b where int8range(b.room_id, b.room_id, '[]') && int8range(wanted, wanted, '[]')
            and b.during && span and b.status = 'APPROVED' and b.sole and b.id <> but);
end
$$;

-- When the rooms of a base are taken: by whom and for what only those learn who may read the booking.
create function training_base_taken(wanted bigint, since timestamptz, until timestamptz)
    returns table (booking_id bigint, room_id bigint, starts_at timestamptz, ends_at timestamptz)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.lo', true), '') is null then
        return;
    end if;
    return query select b.id, b.room_id, lower(b.during), upper(b.during)
        from training_room r join training_booking b on b.room_id = r.id
        where r.base_id = wanted and b.status = 'APPROVED' and b.during && tstzrange(since, until);
end
$$;

-- Who asked, to be told what became of it; for both sides of the booking.
create function training_booking_asker(wanted bigint)
    returns table (name_zh text, name_en text, mail text, language text, id bigint)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return query select a.name_zh, a.name_en, case when a.suspended_at is null then a.mail end, a.language, a.id
        from training_booking b join account a on a.id = b.asked_by
        where b.id = wanted
            and ((b.org_path >= nullif(current_setting('app.lo', true), '') and b.org_path < current_setting('app.hi', true))
                or (b.by_path >= nullif(current_setting('app.lo', true), '') and b.by_path < current_setting('app.hi', true)));
end
$$;

-- What a room is called, for places that anybody may read, such as the programme of a session; its link is not in it.
create function training_place(wanted bigint)
    returns table (base_zh text, base_en text, room_zh text, room_en text, address_zh text, address_en text, online boolean)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return query select b.name_zh, b.name_en, r.name_zh, r.name_en, b.address_zh, b.address_en, r.online
        from training_room r join training_base b on b.id = r.base_id where r.id = wanted;
end
$$;
revoke all on function training_room_free, training_base_taken, training_booking_asker, training_place from public;
grant execute on function training_room_free, training_base_taken, training_booking_asker, training_place to ${app};
