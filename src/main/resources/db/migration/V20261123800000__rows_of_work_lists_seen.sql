-- Two officers may have one row of a work list open: who changed it last, so that the second one hears of the first.

alter table campaign_member
    add column changed_by bigint references account,
    add column changed_at timestamptz;
comment on column campaign_member.changed_by is 'who set it aside, put it off or gave it to somebody last';
comment on column campaign_member.version is 'grows with each of these; contacts leave it alone';
grant update (changed_by, changed_at) on campaign_member to ${app};
