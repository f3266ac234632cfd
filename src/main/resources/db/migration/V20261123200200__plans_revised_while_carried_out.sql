-- A plan can be revised while its houses carry it out: what they are to reach changes when the revision is approved.

alter table campaign_assignment
    add column next_target int check (next_target >= 0),
    add column next_due_on date,
    add check (next_target is not null or next_due_on is null);
comment on column campaign_assignment.next_target is 'what the house is to reach once the revision of the plan is approved; null when none is written';
comment on column campaign_assignment.next_due_on is 'by when, once the revision is approved';
grant update (next_target, next_due_on) on campaign_assignment to ${app};
