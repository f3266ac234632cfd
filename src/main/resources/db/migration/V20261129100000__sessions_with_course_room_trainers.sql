-- Sessions know what is taught, in which room and by whom.

alter table training_session
    add foreign key (course_id) references training_course,
    add foreign key (room_id) references training_room,
    add column room_status text check (room_status in ('REQUESTED', 'APPROVED', 'REFUSED')),
    add column room_reason text,
    add column template boolean not null default false,
    add column published_at timestamptz,
    add check (room_status is null or room_id is not null),
    add check (not template or (status = 'DRAFT' and room_status is null));
comment on column training_session.room_status is 'whether it has the room; null: it has none, or is a template';
comment on column training_session.room_reason is 'why the room was refused';
comment on column training_session.template is 'a pattern of its unit for others; holds no room, and its day means nothing';
comment on column training_session.place_zh is 'as typed, or what the room was called when it was booked';
comment on column training_session.published_at is 'since when everybody may see it; null: never, a draft that was called off included';
update training_session set published_at = changed_at where status <> 'DRAFT';
create index training_session_course on training_session (course_id) where course_id is not null;
create index training_session_room on training_session (room_id) where room_id is not null;
create index training_session_refused on training_session (org_path) where room_status = 'REFUSED';
create index training_session_template on training_session (unit_id) where template;
create index training_session_series on training_session (series_id) where series_id is not null;
create sequence training_series_seq;
grant usage on sequence training_series_seq to ${app};
grant update (room_status, room_reason) on training_session to ${app};

-- A session is out from its publication on. A draft that is called off was never out.
create function training_session_published() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    if tg_op = 'INSERT' or new.status <> 'CANCELLED' then
        new.published_at := now();
    end if;
    return new;
end
$$;
revoke all on function training_session_published from public;
create trigger training_session_published before insert or update of status on training_session for each row
    when (new.status <> 'DRAFT' and new.published_at is null) execute function training_session_published();
drop index training_session_coming;
create index training_session_coming on training_session (starts_at, id) where published_at is not null;
alter policy training_session_read on training_session using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (published_at is not null and nullif(current_setting('app.lo', true), '') is not null));
create or replace view training_offer as
    select s.id, s.number, s.course_id, s.series_id, s.unit_id, s.org_path, s.kind, s.title_zh, s.title_en, s.text_zh,
        s.text_en, s.starts_at, s.ends_at, s.zone, s.room_id, s.place_zh, s.place_en, s.link is not null as online,
        s.language, s.audience, s.capacity, s.per_enterprise, s.registration_from, s.registration_until, s.approval,
        s.accept_hours, s.status, s.reason, s.sequence, s.changed_at, s.version
    from training_session s where s.published_at is not null;

alter table training_booking add foreign key (session_id) references training_session;

create table training_session_trainer (
    session_id bigint not null references training_session,
    trainer_id bigint not null references training_trainer,
    position   int not null,
    primary key (session_id, trainer_id)
);
comment on table training_session_trainer is 'scoped: who teaches at a session; seen with the session';
create index training_session_trainer_of on training_session_trainer (trainer_id);
alter table training_session_trainer enable row level security;
create policy training_session_trainer_read on training_session_trainer for select to ${app} using (
    exists (select from training_session s where s.id = session_id));
create policy training_session_trainer_add on training_session_trainer for insert to ${app} with check (
    exists (select from training_session s where s.id = session_id and s.org_path >= nullif(current_setting('app.write_lo',
        true), '') and s.org_path < current_setting('app.write_hi', true)));
create policy training_session_trainer_drop on training_session_trainer for delete to ${app} using (
    exists (select from training_session s where s.id = session_id and s.org_path >= nullif(current_setting('app.write_lo',
        true), '') and s.org_path < current_setting('app.write_hi', true)));
grant select, insert, delete on training_session_trainer to ${app};

-- Who teaches, by name: for everybody once the session is out, although the pool of trainers is its unit's own.
create function training_teachers(of_session bigint) returns jsonb
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from training_session s where s.id = of_session and (s.published_at is not null
            or (s.org_path >= nullif(current_setting('app.lo', true), '') collate "C"
                and s.org_path < current_setting('app.hi', true) collate "C"))) then
        return '[]';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'zh', t.name_zh, 'en', t.name_en, 'of', t.organisation)
            order by p.position), '[]')
        from training_session_trainer p join training_trainer t on t.id = p.trainer_id where p.session_id = of_session);
end
$$;

-- After somebody decided about the room of a session, whose organiser may be another unit: what it shows then.
create function training_room_decided(of_session bigint) returns void
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    b training_booking%rowtype;
begin
    select * into b from training_booking where session_id = of_session order by id desc limit 1;
    if b.id is not null and b.status <> 'GIVEN_UP' and training_written_below(b.org_path) then
        update training_session set room_status = b.status, changed_at = now(),
                room_reason = case when b.status = 'REFUSED' then b.reason end
            where id = of_session and room_id = b.room_id and not template;
    end if;
end
$$;

-- What sessions that are out are about and who teaches: the pools of both are their units' own.
create view training_offer_taught as
    select s.id as session_id, c.code as course_code, c.title_zh as course_zh, c.title_en as course_en,
        training_teachers(s.id) as teachers, s.priority_unreached as unreached_first
    from training_session s left join training_course c on c.id = s.course_id where s.published_at is not null;
comment on view training_offer_taught is 'published: courses and trainers of sessions that are out';
grant select on training_offer_taught to ${app};

-- Takes a template away, with all that belongs to it. False: there is none of the viewer's.
create function training_template_dropped(of_session bigint) returns boolean
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from training_session where id = of_session and template and training_written_below(org_path)) then
        return false;
    end if;
    delete from training_session_trainer where session_id = of_session;
    delete from training_quota where session_id = of_session;
    delete from training_seat_pool where session_id = of_session;
    delete from training_session where id = of_session;
    return true;
end
$$;

revoke all on function training_teachers, training_room_decided, training_template_dropped from public;
grant execute on function training_teachers, training_room_decided, training_template_dropped to ${app};
