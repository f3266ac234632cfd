-- Checking oneself in with a code shown in the room: it changes every minute and is made from a secret of the session that
-- never leaves the server.

create table training_room_secret (
    session_id bigint primary key references training_session on delete cascade,
    secret     bytea not null check (length(secret) = 32)
);
comment on table training_room_secret is 'system: what the codes shown in the room of a session are made from';
alter table training_room_secret enable row level security;

-- Every session that is out has one, so that who looks at its code changes nothing.
create function training_room_secret_made() returns trigger
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into training_room_secret (session_id, secret)
        values (new.id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
        on conflict do nothing;
    return null;
end
$$;
create trigger training_room_secret_made after insert or update of status on training_session for each row
    when (new.status = 'PUBLISHED') execute function training_room_secret_made();
insert into training_room_secret (session_id, secret)
    select s.id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    from training_session s where s.status = 'PUBLISHED';

-- For who shows the code. Null: there is no such session of the viewer's.
create function training_room_secret(of_session bigint) returns bytea
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from training_session t where t.id = of_session and t.status = 'PUBLISHED'
            and training_written_below(t.org_path)) then
        return (select r.secret from training_room_secret r where r.session_id = of_session);
    end if;
    return null;
end
$$;

-- For who enters it, by his link or, with none, by a registration the viewer may act for. No row: it is not his, or not now:
-- from half an hour before the session until its end.
create function training_room_of(link_hash bytea, of_registration bigint, at timestamptz)
    returns table (registration bigint, session_id bigint, session_path text, secret bytea)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.id, s.id, s.org_path, k.secret
    from training_registration r join training_session s on s.id = r.session_id
        join training_room_secret k on k.session_id = s.id
    where s.status = 'PUBLISHED' and r.status = 'REGISTERED'
        and at >= s.starts_at - interval '30 minutes' and at <= s.ends_at
        and case when link_hash is not null
            then r.id = (select t.registration_id from training_ticket t where t.hash = link_hash and t.expires_at > at)
            else r.id = of_registration and training_may(null, r.enterprise_id, null, r.account_id) end
$$;

-- Who entered the right one is in. The outcome is IN or ALREADY; null as above.
create function training_self_check_in(link_hash bytea, of_registration bigint, drawn uuid, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    room record;
    s training_session%rowtype;
begin
    select * into room from training_room_of(link_hash, of_registration, at);
    if not found then
        return null;
    end if;
    select * into s from training_session t where t.id = room.session_id for share;
    return (select c.outcome from training_check_ins_of(s, jsonb_build_array(jsonb_build_object('mark', drawn,
        'registration', room.registration, 'way', 'SELF')), at) c);
end
$$;

revoke all on function training_room_secret_made, training_room_secret, training_room_of, training_self_check_in from public;
grant execute on function training_room_secret, training_room_of, training_self_check_in to ${app};
