-- The log of looks is read by time: of all, of one unit's range, of one person, of one enterprise. Ten million rows are
-- walked by one index each.

drop index record_view_scope;
drop index record_view_account;
drop index record_view_age;
create index record_view_time on record_view (at desc, id desc);
create index record_view_scope on record_view (org_path, at desc, id desc);
create index record_view_account on record_view (account_id, at desc, id desc);
create index record_view_enterprise on record_view (enterprise_id, at desc, id desc);
