-- A change counts from the moment its transaction began, but is seen only when that ends: whoever was told of something in
-- between would never hear of it. So what changed within a day before somebody was told is looked at again, and what he
-- knows of it is kept by version: nothing is missed and nothing told twice, as long as no change takes a day.
create table library_told (
    account_id  bigint not null,
    what        text collate "C" not null,
    target      text collate "C" not null,
    document_id bigint not null references document on delete cascade,
    version     int not null,
    primary key (account_id, what, target, document_id),
    foreign key (account_id, what, target) references library_follow on delete cascade
);
comment on table library_told is 'system: the version of a document a follower knows, of those that changed within a day before he was told last';
create index library_told_document on library_told (document_id);

-- Whoever begins to follow knows what is there.
create function library_follow_begins() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if new.what = 'DOCUMENT' then
        insert into library_told (account_id, what, target, document_id, version)
            select new.account_id, new.what, new.target, d.id, d.version from document d where d.code = new.target;
    else
        insert into library_told (account_id, what, target, document_id, version)
            select new.account_id, new.what, new.target, d.id, d.version from document d
                where d.topics @> array[new.target] and d.changed_at > new.told_at - interval '1 day';
    end if;
    return null;
end
$$;
create trigger library_follow_begins after insert on library_follow
    for each row execute function library_follow_begins();

-- So far everything up to told_at counted as told.
insert into library_told (account_id, what, target, document_id, version)
    select f.account_id, f.what, f.target, d.id, d.version from library_follow f join document d
        on (f.what = 'DOCUMENT' and d.code = f.target) or (f.what = 'TOPIC' and d.topics @> array[f.target])
        where d.changed_at > f.told_at - interval '1 day' and d.changed_at <= f.told_at;
comment on table library_follow is 'scoped: which documents and topics a person follows, his own only; changes up to a day before told_at were told or are older, later ones as far as library_told says';

revoke all on function library_follow_begins from public;
