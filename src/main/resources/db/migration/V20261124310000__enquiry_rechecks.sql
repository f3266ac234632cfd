-- Answers are listed again when a document they rest on has changed, was repealed or archived.

create table enquiry_recheck_seen (
    document_id bigint primary key references document on delete cascade,
    version     int not null,
    why         text not null check (why in ('CHANGED', 'REPEALED', 'ARCHIVED'))
);
comment on table enquiry_recheck_seen is 'system: the state of each document up to which the answers citing it were looked for';
alter table enquiry_recheck_seen enable row level security;

-- What a document is for those who cited it in an earlier state. One that is to take effect later has not changed yet.
create function enquiry_document_state(d document) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case when d.archived then 'ARCHIVED' when d.repealed_from <= china_day() then 'REPEALED'
        when d.version > 1 and coalesce(d.effective_from, china_day()) <= china_day() then 'CHANGED' end
$$;

-- Who looks at an answer again: who gave it, or, when the enquiry has been handed over to another unit since, the unit of
-- the same level above the one that answers now, or that one itself.
create function enquiry_recheck_unit(author bigint, path text) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select u.id from unit u join unit a on a.id = author where starts_with(path, u.org_path)
        order by u.kind = a.kind desc, length(u.org_path) desc limit 1
$$;

-- Lists answers for a second look, for some documents at a time; tells how many documents there were. An answer is listed
-- once for a document while nobody has said whether it still is right, and again only for a newer state.
create function enquiry_rechecks_found(most int) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    looked int;
begin
    if not pg_try_advisory_xact_lock(hashtext('enquiry_rechecks_found')) then
        return 0;
    end if;
    with changed as (
        select d.id, d.version, enquiry_document_state(d) as why from document d
            left join enquiry_recheck_seen s on s.document_id = d.id
            where enquiry_document_state(d) is not null
                and (s.document_id is null or (s.version, s.why) is distinct from (d.version, enquiry_document_state(d)))
            order by d.id limit most),
    listed as (
        insert into enquiry_recheck (message_id, enquiry_id, document_id, unit_id, org_path, from_version, to_version, why)
            select m.id, m.enquiry_id, d.id, u.id, u.org_path, c.version, d.version, d.why
                from changed d join enquiry_citation c on c.document_id = d.id
                    join enquiry_message m on m.id = c.message_id and m.kind = 'ANSWER' and m.serves is null and m.undone_at is null
                    join enquiry e on e.id = m.enquiry_id
                    join unit u on u.id = enquiry_recheck_unit(m.unit_id, e.org_path)
                where (c.version < d.version or d.why <> 'CHANGED')
                    and not exists (select from enquiry_recheck r where r.message_id = m.id and (r.status = 'CHANGED'
                        or (r.document_id = d.id and r.to_version >= d.version and r.why = d.why)))
            on conflict (message_id, document_id) where status = 'OPEN'
                do update set to_version = excluded.to_version, why = excluded.why, version = enquiry_recheck.version + 1),
    seen as (
        insert into enquiry_recheck_seen select id, version, why from changed
            on conflict (document_id) do update set version = excluded.version, why = excluded.why)
    select count(*) into looked from changed;
    return looked;
end
$$;
comment on function enquiry_rechecks_found is 'lists the answers that rest on changed documents; a tick calls it';
revoke execute on function enquiry_rechecks_found from public;
grant execute on function enquiry_rechecks_found to ${jobs};

-- Whoever cites an older state than there is by now is looked at again.
create function enquiry_cited_late() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    delete from enquiry_recheck_seen s using document d
        where s.document_id = new.document_id and d.id = s.document_id and (d.version > new.version or s.why <> 'CHANGED');
    return null;
end
$$;
revoke all on function enquiry_cited_late from public;
create trigger enquiry_cited_late after insert on enquiry_citation for each row execute function enquiry_cited_late();
