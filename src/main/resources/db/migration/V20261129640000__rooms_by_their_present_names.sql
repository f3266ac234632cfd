-- A session in a room of a base takes place where the room is called what it is called now, not what it was when it was
-- booked: a place is typed only where there is no room.

create function training_place_text(of_room bigint, out zh text, out en text)
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
declare
    p record;
begin
    select * into p from training_place(of_room);
    zh := p.base_zh || ' ' || p.room_zh || coalesce('（' || p.address_zh || '）', '');
    if p.base_en is not null or p.room_en is not null then
        en := coalesce(p.room_en, p.room_zh) || ', ' || coalesce(p.base_en, p.base_zh)
            || coalesce(' (' || p.address_en || ')', '');
    end if;
end
$$;
revoke all on function training_place_text from public;
grant execute on function training_place_text to ${app};

-- Those that are over stay as they were told.
create function training_place_renamed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    renamed bigint[] := case tg_table_name when 'training_room' then array[new.id]
        else array(select r.id from training_room r where r.base_id = new.id) end;
begin
    update training_session s set (place_zh, place_en) = (select p.zh, p.en from training_place_text(s.room_id) p),
            changed_at = now()
        where s.room_id = any (renamed) and s.status in ('DRAFT', 'PUBLISHED') and (s.template or s.ends_at > now());
    return null;
end
$$;
revoke all on function training_place_renamed from public;
create trigger training_place_renamed after update of name_zh, name_en on training_room for each row
    when (old.name_zh <> new.name_zh or old.name_en is distinct from new.name_en)
    execute function training_place_renamed();
create trigger training_place_renamed after update of name_zh, name_en, address_zh, address_en on training_base for each row
    when (old.name_zh <> new.name_zh or old.name_en is distinct from new.name_en
        or old.address_zh is distinct from new.address_zh or old.address_en is distinct from new.address_en)
    execute function training_place_renamed();
comment on column training_session.place_zh is 'as typed, or what the room is called; of a session that is over, what it was called then';

-- Whether somebody registered as such, those included who have yet to confirm their address: for who may take it away.
create function training_type_used(of_type bigint) returns boolean
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return exists (select from training_registration r join training_session s on s.id = r.session_id
        where r.delegate_type = of_type and training_written_below(s.org_path));
end
$$;
revoke all on function training_type_used from public;
grant execute on function training_type_used to ${app};
