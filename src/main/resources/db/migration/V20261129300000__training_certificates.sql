-- Certificates of attendance, and who stands behind a secret link once a session is over.

-- Who came unannounced has no ticket; his letter brings a link of this kind.
create table training_attendance_link (
    hash          bytea primary key check (length(hash) = 32),
    attendance_id bigint not null references training_attendance on delete cascade,
    expires_at    timestamptz not null
);
comment on table training_attendance_link is 'system: secret links of people who came unannounced, by hash; one in each letter';
create index training_attendance_link_of on training_attendance_link (attendance_id);
create index training_attendance_link_expiry on training_attendance_link (expires_at);
alter table training_attendance_link enable row level security;
create policy training_attendance_link_expires on training_attendance_link to ${jobs} using (true);
grant select, delete on training_attendance_link to ${jobs};

-- Whether a registration is that of the viewer's own person: he made it for himself, or his enterprise did for his address.
create function training_own(r training_registration) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(r.enterprise_id is null and r.account_id = nullif(current_setting('app.account', true), '')::bigint, false)
        or coalesce(r.enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
            and lower(r.mail) = (select lower(a.mail) from account a
                where a.id = nullif(current_setting('app.account', true), '')::bigint), false)
$$;

-- The registration that something opens: the hash of a secret link has 32 bytes; the number of a registration, in 8, opens
-- the viewer's own.
create function training_keyed(link bytea, at timestamptz) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select t.registration_id from training_ticket t where length(link) = 32 and t.hash = link and t.expires_at > at
    union all
    select r.id from training_registration r where length(link) = 8
        and r.id = ('x' || encode(link, 'hex'))::bit(64)::bigint and training_own(r)
$$;
revoke all on function training_own, training_keyed from public;

-- The person a link belongs to, registered or not, with his session; the viewer himself by his registration. No row: it
-- opens nothing.
create function training_guest(link bytea, at timestamptz)
    returns table (registration_id bigint, status text, attendance_id bigint, counts boolean, name text, language text,
        session_id bigint, session_path text, session_status text, course_id bigint, title_zh text, title_en text,
        starts_at timestamptz, ends_at timestamptz, zone text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select p.registration_id, p.status, p.attendance_id, coalesce(p.counts, false), p.name, p.language, s.id, s.org_path,
        s.status, s.course_id, s.title_zh, s.title_en, s.starts_at, s.ends_at, s.zone
    from (select r.id as registration_id, r.status, r.session_id, r.name, r.language, a.id as attendance_id, a.counts
            from training_registration r left join training_attendance a on a.registration_id = r.id
            where r.id = (select training_keyed(link, at)) and r.status <> 'UNCONFIRMED'
        union all
        select a.registration_id, null, a.session_id, a.name, a.language, a.id, a.counts
            from training_attendance_link l join training_attendance a on a.id = l.attendance_id
            where l.hash = link and l.expires_at > at) p
        join training_session s on s.id = p.session_id
$$;
revoke all on function training_guest from public;
grant execute on function training_guest to ${app};

-- Who taught a session, where that is known.
create function training_trainers_of(of_session bigint) returns table (id bigint, name_zh text, name_en text)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return query select t.id, t.name_zh, t.name_en from training_session_trainer x
        join training_trainer t on t.id = x.trainer_id where x.session_id = of_session order by x.position, t.id;
end
$$;
revoke all on function training_trainers_of from public;
grant execute on function training_trainers_of to ${app};

create sequence training_certificate_seq start with 50 increment by 50;
create sequence training_certificate_number_seq;
create function training_certificate_number() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    select to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-C' || lpad(n::text, greatest(6, length(n::text)), '0')
    from nextval('training_certificate_number_seq') n
$$;
-- 80 bits that nobody guesses.
create function training_certificate_code() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$ select upper(left(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'), 20)) $$;

create table training_certificate (
    id            bigint primary key default nextval('training_certificate_seq'),
    number        text not null unique default training_certificate_number(),
    code          text not null default training_certificate_code() check (code ~ '^[0-9A-F]{20}$'),
    attendance_id bigint references training_attendance on delete set null,
    session_id    bigint not null,
    session_path  text collate "C" not null,
    issued_at     timestamptz not null default now(),
    revoked_at    timestamptz,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade,
    check (attendance_id is not null or revoked_at is not null)
);
comment on table training_certificate is 'scoped: certificates of attendance, by the path of the organiser; the enterprise and its house see those of its people. Issued and revoked by triggers';
comment on column training_certificate.code is 'stands in the QR code: who has it besides the number is shown whose it is';
comment on column training_certificate.revoked_at is 'since when the attendance does not count any more; a later certificate of the same person has a number of its own';
create unique index training_certificate_once on training_certificate (attendance_id) where revoked_at is null;
create index training_certificate_attendance on training_certificate (attendance_id);
create index training_certificate_session on training_certificate (session_id, id);
alter table training_certificate enable row level security;
-- Who sees the attendance sees its certificate.
create policy training_certificate_read on training_certificate for select to ${app} using (
    (session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true))
    or exists (select from training_attendance a where a.id = attendance_id));
grant select on training_certificate to ${app};

-- What a certificate says, for who sees it.
create view training_certificate_sheet with (security_invoker = true) as
    select c.id, c.number, c.code, a.name, coalesce(r.language, a.language) as language, o.title_zh, o.title_en,
        o.starts_at, o.ends_at, o.zone,
        coalesce(a.minutes, (extract(epoch from o.ends_at - o.starts_at) / 60)::int) as minutes, n.zh as unit_zh,
        n.en as unit_en, (select string_agg(t.name_zh, '、') from training_trainers_of(o.id) t) as trainers_zh,
        (select string_agg(coalesce(t.name_en, t.name_zh), ', ') from training_trainers_of(o.id) t) as trainers_en,
        c.issued_at, c.revoked_at, c.session_id, c.session_path, a.enterprise_id
    from training_certificate c join training_attendance a on a.id = c.attendance_id
        left join training_registration r on r.id = a.registration_id
        join training_offer o on o.id = c.session_id
        join unit_name n on n.unit_id = o.unit_id and n.valid_to is null;
grant select on training_certificate_sheet to ${app};

-- Those of a session that is held, or the one of a person, that are not there yet. Twice is once.
create function training_certify(of_session bigint, of_attendance bigint) returns void
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    insert into training_certificate (attendance_id, session_id, session_path)
        select a.id, a.session_id, a.session_path
        from training_attendance a join training_session s on s.id = a.session_id
        where s.id = of_session and s.status = 'HELD' and a.counts and (of_attendance is null or a.id = of_attendance)
        order by a.id
    on conflict (attendance_id) where revoked_at is null do nothing
$$;
create function training_session_certified() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform training_certify(new.id, null);
    return null;
end
$$;
create function training_attendance_certified() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if new.counts then
        perform training_certify(new.session_id, new.id);
    else
        update training_certificate set revoked_at = now() where attendance_id = new.id and revoked_at is null;
    end if;
    return null;
end
$$;
create function training_attendance_gone() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update training_certificate set revoked_at = now() where attendance_id = old.id and revoked_at is null;
    return old;
end
$$;
revoke all on function training_certify, training_session_certified, training_attendance_certified,
    training_attendance_gone from public;
create trigger training_session_certified after update of status on training_session for each row
    when (new.status = 'HELD' and old.status <> 'HELD') execute function training_session_certified();
create trigger training_attendance_certified after insert or update of counts on training_attendance for each row
    execute function training_attendance_certified();
create trigger training_attendance_gone before delete on training_attendance for each row
    execute function training_attendance_gone();

-- The certificate of who has the link, the newest that is valid before others.
create function training_certificate_by_link(link bytea, at timestamptz) returns setof training_certificate_sheet
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select h.* from training_guest(link, at) g join training_certificate c on c.attendance_id = g.attendance_id
        join training_certificate_sheet h on h.id = c.id
    order by c.revoked_at is not null, c.id desc limit 1
$$;

-- Whether a number is that of a certificate. Whose it is and of what is told to who has the code too; a wrong code is as
-- good as a number that is none.
create function training_certificate_checked(of_number text, of_code text)
    returns table (number text, day date, revoked_on date, name text, title_zh text, title_en text, unit_zh text, unit_en text,
        minutes int)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select c.number, (s.starts_at at time zone s.zone)::date, (c.revoked_at at time zone 'Asia/Shanghai')::date, h.name,
        h.title_zh, h.title_en, h.unit_zh, h.unit_en, h.minutes
    from training_certificate c join training_session s on s.id = c.session_id
        left join training_certificate_sheet h on h.id = c.id and c.code = of_code
    where c.number = of_number and (of_code is null or c.code = of_code)
$$;
revoke all on function training_certificate_by_link, training_certificate_checked from public;
grant execute on function training_certificate_by_link, training_certificate_checked to ${app};

select training_certify(id, null) from training_session where status = 'HELD' order by id;
