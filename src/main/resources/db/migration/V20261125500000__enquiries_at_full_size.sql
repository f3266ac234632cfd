-- A million enquiries, of which nearly all are closed: what is still to be done lies together, small enough to be read
-- whole by whoever is above all units.
create index enquiry_work_alive on enquiry_work (org_path, due_at, enquiry_id) include (status) where status <> 'CLOSED';
-- A lane of the board: those first whose time runs out first.
create index enquiry_work_lane on enquiry_work (status, due_at, enquiry_id) include (org_path, desk_path)
    where status <> 'CLOSED';
create index enquiry_asked on enquiry (asked_at, id);
-- What waits for its asker has no clock that runs.
create index enquiry_work_standing on enquiry_work (enquiry_id) include (org_path, status)
    where status <> 'CLOSED' and due_at is null;
