-- What people are asked when they register. A question that was answered is never changed: it ends, and another takes its
-- place, so that each answer stands beside the words it was given to.

create sequence training_session_field_seq start with 50 increment by 50;
create table training_session_field (
    id          bigint primary key default nextval('training_session_field_seq'),
    session_id  bigint not null references training_session,
    position    int not null check (position between 1 and 1000),
    label_zh    text not null check (label_zh <> ''),
    label_en    text check (label_en <> ''),
    kind        text not null check (kind in ('TEXT', 'CHOICE', 'YES_NO', 'NUMBER')),
    choices     jsonb not null default '[]' check (jsonb_typeof(choices) = 'array' and jsonb_array_length(choices) <= 20),
    required    boolean not null default false,
    shown_if    bigint references training_session_field,
    shown_value text,
    ended_at    timestamptz,
    version     bigint not null default 0,
    check ((kind = 'CHOICE') = (jsonb_array_length(choices) > 0)),
    check ((shown_if is null) = (shown_value is null)),
    check (shown_if <> id)
);
comment on table training_session_field is 'scoped: questions of a session asked on registering; seen with the session';
comment on column training_session_field.choices is 'zh and en of each; an answer is the number of one, from 0';
comment on column training_session_field.shown_if is 'asked only of who answered that question with shown_value';
comment on column training_session_field.ended_at is 'since when it is asked no more';
create index training_session_field_of on training_session_field (session_id, position, id);
create index training_session_field_if on training_session_field (shown_if) where shown_if is not null;
alter table training_session_field enable row level security;
create policy training_session_field_read on training_session_field for select to ${app} using (
    exists (select from training_session s where s.id = session_id));
create policy training_session_field_add on training_session_field for insert to ${app} with check (
    exists (select from training_session s where s.id = session_id and s.org_path >= nullif(current_setting('app.write_lo',
        true), '') and s.org_path < current_setting('app.write_hi', true)));
create policy training_session_field_change on training_session_field for update to ${app} using (
    exists (select from training_session s where s.id = session_id and s.org_path >= nullif(current_setting('app.write_lo',
        true), '') and s.org_path < current_setting('app.write_hi', true)));
grant select, insert on training_session_field to ${app};
grant update (position, label_zh, label_en, kind, choices, required, shown_if, shown_value, ended_at, version)
    on training_session_field to ${app};
grant usage on sequence training_session_field_seq to ${app};

create view training_offer_field as
    select f.id, f.session_id, f.position, f.label_zh, f.label_en, f.kind, f.choices, f.required, f.shown_if, f.shown_value,
        f.ended_at, f.version
    from training_session_field f join training_session s on s.id = f.session_id where s.published_at is not null;
comment on view training_offer_field is 'published: questions of sessions that are out';
grant select on training_offer_field to ${app};

-- Whether somebody answered it, those included who have yet to confirm their address: for who may change it.
create function training_field_answered(of_field bigint) returns boolean
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return exists (select from training_session_field f join training_session s on s.id = f.session_id
            join training_registration r on r.session_id = f.session_id
        where f.id = of_field and training_written_below(s.org_path) and jsonb_exists(r.answers, of_field::text));
end
$$;

-- Answers with the questions they were given to, in their order. One of which the kind was changed while he who gave it
-- waited for his seat stands as he typed it.
create function training_answers(given jsonb) returns jsonb
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('field', f.id, 'zh', f.label_zh, 'en', f.label_en, 'kind', f.kind,
            'value', a.value, 'choice', case when f.kind = 'CHOICE' and a.value ~ '^[0-9]{1,2}$'
                then f.choices -> a.value::int end)
            order by f.position, f.id), '[]')
    from jsonb_each_text(given) a join training_offer_field f
        on f.id = case when a.key ~ '^[0-9]{1,18}$' then a.key::bigint end
$$;

-- The questions of one session asked in another, with what they hang on.
create function training_fields_copied(from_session bigint, to_session bigint) returns int
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    f training_session_field%rowtype;
    made bigint;
    twins jsonb := '{}';
begin
    for f in select * from training_session_field where session_id = from_session and ended_at is null
            order by position, id loop
        insert into training_session_field (session_id, position, label_zh, label_en, kind, choices, required, shown_if,
                shown_value)
            values (to_session, f.position, f.label_zh, f.label_en, f.kind, f.choices, f.required,
                (twins ->> f.shown_if::text)::bigint, case when twins ? f.shown_if::text then f.shown_value end)
            returning id into made;
        twins := twins || jsonb_build_object(f.id::text, made);
    end loop;
    return (select count(*) from jsonb_object_keys(twins));
end
$$;

-- A template goes with its questions.
create or replace function training_template_dropped(of_session bigint) returns boolean
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from training_session where id = of_session and template and training_written_below(org_path)) then
        return false;
    end if;
    delete from training_session_trainer where session_id in (select t.id from training_session t where t.parent_id = of_session);
    delete from training_speaker where session_id in (select t.id from training_session t where t.parent_id = of_session);
    delete from training_seat_pool where session_id in (select t.id from training_session t where t.parent_id = of_session);
    delete from training_session where parent_id = of_session;
    delete from training_track where session_id = of_session;
    delete from training_seat_pool where session_id = of_session;
    delete from training_delegate_type where session_id = of_session;
    delete from training_session_field where session_id = of_session;
    delete from training_session_trainer where session_id = of_session;
    delete from training_quota where session_id = of_session;
    delete from training_seat_pool where session_id = of_session;
    delete from training_session where id = of_session;
    return true;
end
$$;

revoke all on function training_field_answered from public;
grant execute on function training_field_answered, training_answers, training_fields_copied to ${app};
