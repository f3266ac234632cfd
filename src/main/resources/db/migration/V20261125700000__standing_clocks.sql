-- A clock that stands has no beginning: what is answered, closed or waits for the enterprise is never reckoned as running.
update enquiry_work set clock_since = null where status not in ('NEW', 'OPEN', 'REOPENED') and clock_since is not null;
alter table enquiry_work add check (status in ('NEW', 'OPEN', 'REOPENED') or clock_since is null);
