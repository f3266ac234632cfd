-- What the cascade lacked: words of a revision stay with the district until they are approved, a campaign called off is
-- taken note of by everybody who had it, who approves holds the role of who submitted, a house knows of a campaign once
-- its district has handed it down, and a recount that was cut short is not forgotten.

-- Who approves acts in the same role as who submitted.
alter table campaign add column submitted_as text;
comment on column campaign.submitted_as is 'the role in which it was submitted: who approves holds the same';
alter table campaign_edition add column submitted_as text;
comment on column campaign_edition.submitted_as is 'the role in which it was proposed: who approves holds the same';
update campaign c set submitted_as = (select r.role from role_assignment r where r.account_id = c.submitted_by
    and r.unit_id = c.unit_id and r.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
    order by r.valid_to desc nulls first, r.id limit 1) where c.submitted_by is not null;
update campaign_edition e set submitted_as = (select r.role from role_assignment r join campaign c on c.id = e.campaign_id
    where r.account_id = e.submitted_by and r.unit_id = c.unit_id
    and r.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
    order by r.valid_to desc nulls first, r.id limit 1);

-- Every change and every end is taken note of by a day.
alter table campaign
    add column note_by date,
    add column rule_edition int not null default 1,
    add column judged_edition int not null default 1,
    add column relevel_job_id bigint references job on delete set null;
comment on column campaign.note_by is 'by when the units take note of the newest edition, or that it is called off';
comment on column campaign.rule_edition is 'the edition that last changed what counts as reached';
comment on column campaign.judged_edition is 'the edition by whose rule all members were judged last; behind rule_edition while figures still follow an older rule';
comment on column campaign.relevel_job_id is 'the job that judges them anew';
update campaign set rule_edition = edition, judged_edition = edition;
alter table campaign_plan
    add column end_noted_at timestamptz,
    add column end_noted_by bigint references account;
comment on column campaign_plan.end_noted_at is 'when the unit took note that the campaign is called off';
alter table campaign_assignment
    add column end_noted_at timestamptz,
    add column end_noted_by bigint references account,
    add column plan_edition int,
    add column former jsonb;
comment on column campaign_assignment.end_noted_at is 'when the house took note that the campaign is called off';
comment on column campaign_assignment.plan_edition is 'the edition of the plan the house took note of; null: nothing is asked';
comment on column campaign_assignment.former is 'target and dueOn before the revisions the house has not taken note of; null when they are the same';
grant update (submitted_as, note_by, rule_edition, judged_edition, relevel_job_id) on campaign to ${app};
grant update (submitted_as) on campaign_edition to ${app};
grant update (end_noted_at, end_noted_by) on campaign_plan to ${app};
grant update (end_noted_at, end_noted_by, plan_edition, former) on campaign_assignment to ${app};

-- The words of a plan as they were approved: what its houses read while it is revised.
create table campaign_plan_edition (
    plan_id     bigint not null references campaign_plan,
    edition     int not null check (edition > 0),
    content     jsonb not null,
    approved_by bigint references account,
    approved_at timestamptz not null default now(),
    primary key (plan_id, edition)
);
comment on table campaign_plan_edition is 'scoped: the words of a plan each time they were approved; seen with the plan, and below its unit in place of it';
alter table campaign_plan_edition enable row level security;
create policy campaign_plan_edition_read on campaign_plan_edition for select to ${app} using (
    exists (select from campaign_plan p where p.id = campaign_plan_edition.plan_id));
create policy campaign_plan_edition_add on campaign_plan_edition for insert to ${app} with check (exists (
    select from campaign_plan p where p.id = campaign_plan_edition.plan_id
        and p.org_path = nullif(current_setting('app.write_lo', true), '')));
grant select, insert on campaign_plan_edition to ${app};

create function campaign_plan_words(p campaign_plan) returns jsonb
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select jsonb_strip_nulls(jsonb_build_object('regionalZh', p.regional_zh, 'regionalEn', p.regional_en, 'channels',
        to_jsonb(p.channels), 'sessions', p.sessions, 'beginsOn', p.begins_on, 'finishesOn', p.finishes_on, 'documents',
        coalesce((select jsonb_agg(d.code order by l.position) from campaign_plan_document l
            join document d on d.id = l.document_id where l.plan_id = p.id), '[]')))
$$;
comment on function campaign_plan_words is 'what a plan says now';

create function campaign_plan_approved() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    insert into campaign_plan_edition (plan_id, edition, content, approved_by)
    values (new.id, 1 + coalesce((select max(e.edition) from campaign_plan_edition e where e.plan_id = new.id), 0),
        campaign_plan_words(new), new.approved_by);
    return null;
end
$$;
create trigger campaign_plan_approved_first after insert on campaign_plan for each row
    when (new.status = 'APPROVED') execute function campaign_plan_approved();
create trigger campaign_plan_approved after update of status on campaign_plan for each row
    when (new.status = 'APPROVED' and old.status <> 'APPROVED') execute function campaign_plan_approved();
insert into campaign_plan_edition (plan_id, edition, content, approved_by)
    select p.id, 1, campaign_plan_words(p), p.approved_by from campaign_plan p
    where p.status = 'APPROVED' or p.pushed_at is not null;
update campaign_assignment a set plan_edition = 1
    where a.status <> 'PLANNED' and exists (select from campaign_plan_edition e where e.plan_id = a.plan_id);

-- What is late with a unit, and with a house; null when nothing is. One truth for the first page, the list and the tree.
create function campaign_plan_late(p campaign_plan, c campaign) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case
        when c.status = 'RUNNING' and p.status in ('ISSUED', 'ASKED') and c.acknowledge_by < china_day() then 'ANSWER'
        when c.status = 'RUNNING' and p.status in ('ACKNOWLEDGED', 'SUBMITTED') and p.pushed_at is null
            and c.plan_by < china_day() then 'PLAN'
        when c.status = 'RUNNING' and p.status = 'APPROVED' and p.pushed_at is null and c.plan_by < china_day() then 'PUSH'
        when p.org_path = c.org_path or c.note_by is null or c.note_by >= china_day() then null
        when c.status = 'RUNNING' and p.status in ('ACKNOWLEDGED', 'SUBMITTED', 'APPROVED')
            and p.acknowledged_edition < c.edition then 'NOTE'
        when c.status = 'WITHDRAWN' and p.status <> 'WITHDRAWN' and p.end_noted_at is null then 'END' end
$$;
create function campaign_part_late(a campaign_assignment, c campaign) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select case
        when a.target = 0 or a.status not in ('PUSHED', 'STARTED', 'DONE') then null
        when c.status = 'RUNNING' and a.status <> 'DONE' and a.due_on < china_day() then 'PART'
        when a.org_path = c.org_path or c.note_by is null or c.note_by >= china_day() then null
        when c.status = 'RUNNING' and a.acknowledged_edition < c.edition then 'NOTE'
        when c.status = 'WITHDRAWN' and a.end_noted_at is null then 'END' end
$$;

-- A house knows of a campaign once the unit it was issued to has handed it down.
drop policy campaign_plan_read on campaign_plan;
create policy campaign_plan_read on campaign_plan for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (campaign_plan.pushed_at is not null and below_path(campaign_plan.org_path)));
drop policy campaign_read on campaign;
create policy campaign_read on campaign for select to ${app} using (
    campaign.org_path = nullif(current_setting('app.lo', true), '')
    or (campaign.org_path >= nullif(current_setting('app.lo', true), '') and campaign.org_path < current_setting('app.hi', true)
        and campaign.status not in ('DRAFT', 'REVIEW', 'FREEZING'))
    or (campaign.status not in ('DRAFT', 'REVIEW', 'FREEZING') and exists (
        select from campaign_plan p where p.campaign_id = campaign.id
            and (p.pushed_at is not null and below_path(p.org_path)
                or p.org_path = nullif(current_setting('app.lo', true), ''))))
    or (campaign.template and nullif(current_setting('app.lo', true), '') is not null));
