-- What belongs to a session is found quickly, is copied with it and moves with it.

-- Every look at seats asks for those of one session; the other indexes hold some of them each.
create index training_seat_pool_session on training_seat_pool (session_id);

-- How a session is held is the same in one that is made like it.
create function training_settings_copied(from_session bigint, to_session bigint) returns void
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    update training_session t set reminders = f.reminders, min_share = f.min_share, check_out = f.check_out
        from training_session f where f.id = from_session and t.id = to_session
$$;

-- The programme of a conference in another one: its types of delegates, tracks, parts that are not off and who speaks in
-- them, as drafts, each as long after its beginning. How many parts; null: one of them is no conference.
create function training_programme_copied(from_session bigint, to_session bigint) returns int
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    f training_session%rowtype;
    t training_session%rowtype;
    p training_session%rowtype;
    k training_track%rowtype;
    later interval;
    made bigint;
    twins jsonb := '{}';
    parts int := 0;
begin
    select * into f from training_session where id = from_session and kind = 'CONFERENCE' and parent_id is null;
    select * into t from training_session where id = to_session and kind = 'CONFERENCE' and parent_id is null;
    if f.id is null or t.id is null then
        return null;
    end if;
    later := (t.starts_at at time zone t.zone) - (f.starts_at at time zone f.zone);
    insert into training_delegate_type (session_id, name_zh, name_en, seats, position)
        select t.id, d.name_zh, d.name_en, d.seats, d.position from training_delegate_type d where d.session_id = f.id
        order by d.position, d.id;
    for k in select * from training_track where session_id = f.id order by position, id loop
        insert into training_track (session_id, name_zh, name_en, position)
            values (t.id, k.name_zh, k.name_en, k.position) returning id into made;
        twins := twins || jsonb_build_object(k.id::text, made);
    end loop;
    for p in select * from training_session where parent_id = f.id and status <> 'CANCELLED' order by starts_at, id loop
        insert into training_session (unit_id, org_path, account_id, kind, parent_id, part, track_id, title_zh, title_en,
                text_zh, text_en, starts_at, ends_at, zone, place_zh, place_en, link, language, audience, capacity,
                reminders, min_share, check_out)
            values (t.unit_id, t.org_path, t.account_id, t.kind, t.id, p.part, (twins ->> p.track_id::text)::bigint,
                p.title_zh, p.title_en, p.text_zh, p.text_en,
                (p.starts_at at time zone f.zone + later) at time zone t.zone,
                (p.ends_at at time zone f.zone + later) at time zone t.zone, t.zone, p.place_zh, p.place_en, p.link,
                p.language, p.audience, p.capacity, p.reminders, p.min_share, p.check_out)
            returning id into made;
        insert into training_speaker (session_id, name_zh, name_en, post_zh, post_en, organisation_zh, organisation_en,
                position)
            select made, w.name_zh, w.name_en, w.post_zh, w.post_en, w.organisation_zh, w.organisation_en, w.position
            from training_speaker w where w.session_id = p.id order by w.position, w.id;
        parts := parts + 1;
    end loop;
    return parts;
end
$$;

-- The parts of a conference that was moved go with it, by the clock at its place; those that are over or off stay. It says
-- which of them somebody can have chosen. was: when and by which clock the conference began before.
create function training_parts_moved(of_event bigint, was_at timestamptz, was_zone text, at timestamptz) returns setof bigint
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    e training_session%rowtype;
    p training_session%rowtype;
    later interval;
begin
    select * into e from training_session where id = of_event;
    later := (e.starts_at at time zone e.zone) - (was_at at time zone was_zone);
    for p in select * from training_session where parent_id = e.id and status in ('DRAFT', 'PUBLISHED')
            and (status = 'DRAFT' or ends_at > at) order by id loop
        update training_session set starts_at = (p.starts_at at time zone was_zone + later) at time zone e.zone,
                ends_at = (p.ends_at at time zone was_zone + later) at time zone e.zone, zone = e.zone,
                reason = case when p.status = 'DRAFT' then p.reason else e.reason end,
                sequence = p.sequence + case when p.status = 'DRAFT' then 0 else 1 end, changed_at = now(),
                version = version + 1
            where id = p.id;
        if found and p.status = 'PUBLISHED' and p.part = 'BREAKOUT' then
            return next p.id;
        end if;
    end loop;
end
$$;
grant execute on function training_settings_copied, training_programme_copied, training_parts_moved to ${app};

-- The ten thousandth has five digits.
create or replace function training_session_number() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    select to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-T' || lpad(n::text, greatest(4, length(n::text)), '0')
    from nextval('training_session_number_seq') n
$$;
