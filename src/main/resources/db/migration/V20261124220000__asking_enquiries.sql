-- Asking. A number may be given out before the question is in a unit's books: while its asker's address waits to be
-- confirmed. Askers without an account are known by secret links only.

create function enquiry_number() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$ select to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-' || lpad(nextval('enquiry_number_seq')::text, 7, '0') $$;
grant execute on function enquiry_number() to ${app};
alter table enquiry alter column number set default enquiry_number();

-- An asker's new question after a long time goes on from an older one, and he may have no account.
alter table enquiry_link alter column account_id drop not null;

-- Files of askers: those without an account have given theirs to the unit.
alter table stored_file alter column account_id drop not null;
alter table stored_file add constraint stored_file_owner check (account_id is not null or purpose = 'enquiry');
create policy stored_file_of_asker on stored_file for insert to ${app} with check (
    account_id is null and purpose = 'enquiry' and nullif(current_setting('app.account', true), '') is null
    and org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create index enquiry_file_stored on enquiry_file (file_id);
create policy stored_file_of_enquiry on stored_file for select to ${app} using (
    purpose = 'enquiry' and exists (select from enquiry_file f where f.file_id = stored_file.id));
drop policy enquiry_file_add on enquiry_file;
create policy enquiry_file_add on enquiry_file for insert to ${app} with check (exists (
    select from enquiry_message m where m.id = enquiry_file.message_id
        and m.account_id is not distinct from nullif(current_setting('app.account', true), '')::bigint));

-- Links. Only the hash is kept; who has the link reads that one enquiry and adds to it.
create function enquiry_link_made(link_hash bytea, of_enquiry bigint, of_purpose text, until timestamptz) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if of_purpose not in ('STATUS', 'RATE') or not exists (select from enquiry e where e.id = of_enquiry
            and e.org_path >= nullif(current_setting('app.write_lo', true), '')
            and e.org_path < current_setting('app.write_hi', true)) then
        raise exception 'no link to this enquiry' using errcode = '42501';
    end if;
    insert into enquiry_token (hash, enquiry_id, purpose, expires_at) values (link_hash, of_enquiry, of_purpose, until);
end
$$;

create function enquiry_of_link(link_hash bytea, at timestamptz)
    returns table (purpose text, enquiry_id bigint, org_path text, intake text, used boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select t.purpose, e.id, e.org_path, i.content::text, t.used_at is not null
    from enquiry_token t left join enquiry e on e.id = t.enquiry_id left join enquiry_intake i on i.id = t.intake_id
    where t.hash = link_hash and t.expires_at > at and num_nonnulls(e.id, i.id) = 1
$$;

create function enquiry_link_used(link_hash bytea, at timestamptz) returns boolean
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with used as (update enquiry_token set used_at = at where hash = link_hash and used_at is null and expires_at > at
        returning 1)
    select exists (select from used)
$$;

-- A question of somebody who says an address is his.
create function enquiry_intake_kept(question jsonb, link_hash bytea, until timestamptz) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    given text := enquiry_number();
    kept bigint;
begin
    insert into enquiry_intake (content) values (question || jsonb_build_object('number', given)) returning id into kept;
    insert into enquiry_token (hash, intake_id, purpose, expires_at) values (link_hash, kept, 'CONFIRM', until);
    return given;
end
$$;

-- The first who confirms gets the question to enter it; nobody after him.
create function enquiry_intake_taken(link_hash bytea, at timestamptz) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    question text;
begin
    update enquiry_token t set used_at = at from enquiry_intake i
        where t.hash = link_hash and t.purpose = 'CONFIRM' and t.used_at is null and t.expires_at > at and i.id = t.intake_id
        returning i.content::text into question;
    return question;
end
$$;

-- The link that confirmed opens the enquiry from now on.
create function enquiry_intake_entered(link_hash bytea, made bigint, until timestamptz) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    waited bigint;
begin
    select intake_id into waited from enquiry_token where hash = link_hash and purpose = 'CONFIRM' and used_at is not null
        for update;
    if waited is null or not exists (select from enquiry e, enquiry_intake i where e.id = made and i.id = waited
            and e.number = i.content ->> 'number') then
        raise exception 'not confirmed' using errcode = '42501';
    end if;
    update enquiry_token set enquiry_id = made, intake_id = null, purpose = 'STATUS', used_at = null, expires_at = until
        where hash = link_hash;
    delete from enquiry_intake where id = waited;
end
$$;

-- Somebody found his answer and asked nobody.
create function enquiry_was_spared(document text, of_language text, typed text) returns boolean
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with spared as (insert into enquiry_spared (document_id, language, words)
        select d.id, of_language, nullif(left(typed, 500), '') from document d where d.code = document returning 1)
    select exists (select from spared)
$$;

revoke all on function enquiry_link_made, enquiry_of_link, enquiry_link_used, enquiry_intake_kept,
    enquiry_intake_taken, enquiry_intake_entered, enquiry_was_spared from public;
grant execute on function enquiry_link_made, enquiry_of_link, enquiry_link_used, enquiry_intake_kept,
    enquiry_intake_taken, enquiry_intake_entered, enquiry_was_spared to ${app};

-- Questions nobody confirmed and links nobody can use are forgotten.
create policy enquiry_token_expires on enquiry_token to ${jobs} using (true);
create policy enquiry_intake_expires on enquiry_intake to ${jobs} using (true);
grant select, delete on enquiry_token, enquiry_intake to ${jobs};
