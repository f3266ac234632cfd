-- A letter that still waits for its moment is taken out of the outbox by who wrote the message, with those that repeat
-- it for merged enquiries. What a worker has in hand is no longer taken back.
create function enquiry_letters_taken_back(message bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    author bigint := nullif(current_setting('app.account', true), '')::bigint;
    letters bigint[];
    held bigint[];
begin
    letters := array(select m.mail_id from enquiry_message m
        where (m.id = message or m.serves = message) and m.account_id = author and m.undone_at is null
            and m.goes_at > now() and m.mail_id is not null);
    held := array(select l.id from mail l where l.id = any (letters) and l.status = 'WAITING' and l.attempts = 0
        order by l.id for update skip locked);
    if cardinality(held) < cardinality(letters) then
        return false;
    end if;
    delete from mail l where l.id = any (held);
    return true;
end
$$;
comment on function enquiry_letters_taken_back is 'takes the letters of the caller''s own message out of the outbox before their moment; false when one is on its way';
revoke all on function enquiry_letters_taken_back from public;
grant execute on function enquiry_letters_taken_back to ${app};

-- Who was mentioned in notes of his unit finds them by himself.
create index enquiry_note_mentioned on enquiry_note using gin (mentioned);

-- What an asker thinks of the answer: once, by the link he was sent. False when the link is no such one, used or over.
create function enquiry_rated(link_hash bytea, is_solved boolean, how_easy smallint, said text, at timestamptz)
    returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    rated bigint;
begin
    update enquiry_token set used_at = at where hash = link_hash and purpose = 'RATE' and used_at is null
        and expires_at > at returning enquiry_id into rated;
    if rated is null then
        return false;
    end if;
    insert into enquiry_rating (enquiry_id, unit_id, org_path, solved, ease, words, rated_at)
        select e.id, e.unit_id, e.org_path, is_solved, how_easy, nullif(said, ''), at from enquiry e where e.id = rated
        on conflict (enquiry_id) do nothing;
    return found;
end
$$;
comment on function enquiry_rated is 'keeps what an asker says of the answer under the link he was sent; once';
revoke all on function enquiry_rated from public;
grant execute on function enquiry_rated to ${app};
create index enquiry_rating_unseen on enquiry_rating (org_path, rated_at)
    where seen_at is null and (not solved or ease <= 2);

-- Found by number, by the words of subject and question, and by who asked.
create trigger enquiry_search_added after insert on enquiry
    referencing new table as changed for each statement execute function search_changed('enquiry', 'id');
create trigger enquiry_search_removed after delete on enquiry
    referencing old table as changed for each statement execute function search_changed('enquiry', 'id');
create trigger enquiry_search_emptied after truncate on enquiry
    for each statement execute function search_changed('enquiry', 'id');
create trigger enquiry_message_search_added after insert on enquiry_message
    referencing new table as changed for each statement execute function search_changed('enquiry', 'enquiry_id');
create function enquiry_search_moved() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform search_note('enquiry', array[new.id]);
    return null;
end
$$;
revoke all on function enquiry_search_moved from public;
create trigger enquiry_search_moved after update of org_path, subject on enquiry for each row
    when (old.org_path is distinct from new.org_path or old.subject is distinct from new.subject)
    execute function enquiry_search_moved();

-- What its author takes back is his afterwards, too.
alter policy enquiry_message_change on enquiry_message
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint);
