-- While nodes are brought up to a new release one after the other, an old one that starts again must not bring its files
-- back: files that were taken in before and gave way to others are left alone, and that is told.
create table library_content (
    fingerprint text collate "C" primary key,
    taken_at    timestamptz not null default now(),
    replaced_at timestamptz
);
comment on table library_content is 'system: each state of the files that was taken in, and since when another one stands in its place';
grant select, insert, update on library_content to ${jobs};
insert into library_content (fingerprint, taken_at) select fingerprint, loaded_at from library_load;

alter table library_load add column older_at timestamptz, add column older_from timestamptz;
comment on column library_load.older_at is 'when a node last came with files that others had replaced; none since the present ones were brought';
comment on column library_load.older_from is 'when those had been taken in';
