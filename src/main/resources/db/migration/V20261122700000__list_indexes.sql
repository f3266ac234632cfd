-- What the list of enterprises is filtered by stands in the two indexes its pages and its count are read along, so that
-- they read no rows they do not show: 126,000 enterprises of a district lie on nearly every page of the table.
drop index enterprise_scope;
create index enterprise_scope on enterprise (org_path, id)
    include (name_zh, merged_into, sector, size_class, grade, journey_step, tier);
drop index enterprise_name;
create index enterprise_name on enterprise (name_zh collate pinyin, id)
    include (org_path, merged_into, sector, size_class, grade, journey_step, tier);
