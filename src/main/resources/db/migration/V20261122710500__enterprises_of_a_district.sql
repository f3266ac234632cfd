-- The district an enterprise is in, as a column of its own: a list of a district's enterprises is read along one index,
-- in the order of names; what it is filtered and sorted by otherwise stands in it, too.

create function enterprise_district(path text) returns text
    language sql immutable strict parallel safe
    set search_path = pg_catalog
    as $$ select split_part(path, '.', 1) || '.' || split_part(path, '.', 2) $$;
revoke all on function enterprise_district from public;
grant execute on function enterprise_district to ${app};

alter table enterprise add column district text collate "C"
    generated always as (split_part(org_path, '.', 1) || '.' || split_part(org_path, '.', 2)) stored;
comment on column enterprise.district is 'the first two parts of org_path: GACC and the district';

create index enterprise_district on enterprise (district, name_zh collate pinyin, id)
    include (org_path, merged_into, sector, size_class, grade, journey_step, tier, customs_code, last_contact_on,
             next_contact_due);
