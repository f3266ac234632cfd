-- What changed that can be found. Each node keeps a search index of its own and reads from here what it has not taken
-- in; it reads only transactions below the oldest one still open, so that one that commits late is not passed over.

create table search_change (
    id       bigserial primary key,
    xid      xid8 not null default pg_current_xact_id(),
    kind     text collate "C" not null check (kind ~ '^[a-z_]+$'),
    first_id bigint not null,
    last_id  bigint not null,
    check (first_id <= last_id)
);
comment on table search_change is 'system: ranges of ids, both ends included, whose entries in the search indexes are to be read again; written by triggers';
create index search_change_order on search_change (xid);

create table search_index (
    name    text collate "C" primary key,
    kind    text collate "C" not null,
    below   xid8 not null,
    seen_at timestamptz not null default now()
);
comment on table search_index is 'system: the search indexes of all nodes and how far they have come; changes below the least of them are purged';

grant select, delete on search_change to ${jobs};
grant select, insert, update, delete on search_index to ${jobs};

-- Notes ids as changed: each for itself when there are few, else by blocks.
create function search_note(of_kind text, ids bigint[]) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into search_change (kind, first_id, last_id)
        select of_kind, min(id), max(id) from unnest(ids) id
        group by case when cardinality(ids) <= 200 then id else id >> 14 end
$$;

-- For any table: its first argument is the kind, the second the column that holds the id. Both are written in
-- migrations only.
create function search_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    ids bigint[];
begin
    if tg_op = 'TRUNCATE' then
        insert into search_change (kind, first_id, last_id) values (tg_argv[0], 0, 9223372036854775807);
        return null;
    end if;
    execute format('select array_agg(%I) from (select distinct %1$I from changed where %1$I is not null limit 201) few',
                   tg_argv[1]) into ids;
    if cardinality(ids) <= 200 then
        perform search_note(tg_argv[0], ids);
    elsif ids is not null then
        execute format('insert into search_change (kind, first_id, last_id)'
                       ' select $1, min(%I), max(%1$I) from changed where %1$I is not null group by %1$I >> 14',
                       tg_argv[1]) using tg_argv[0];
    end if;
    return null;
end
$$;
revoke all on function search_note, search_changed from public;
