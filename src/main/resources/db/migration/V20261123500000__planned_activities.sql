-- What a plan foresees on certain days: training sessions, guidance on site, days of consultation. What stands in an
-- approved plan is changed by a draft beside it, which takes its place when the revision is approved.

create sequence planned_activity_seq start with 50 increment by 50;
create table planned_activity (
    id          bigint primary key default nextval('planned_activity_seq'),
    plan_id     bigint not null references campaign_plan,
    campaign_id bigint not null references campaign,
    unit_id     bigint not null,
    org_path    text collate "C" not null,
    kind        text not null check (kind in ('TRAINING', 'GUIDANCE', 'CONSULTATION', 'OTHER')),
    title_zh    text not null check (title_zh <> ''),
    title_en    text,
    place       text,
    starts_on   date not null,
    ends_on     date not null,
    status      text not null default 'PLANNED' check (status in ('PLANNED', 'STANDING', 'DROPPED')),
    replaces_id bigint unique references planned_activity,
    dropping    boolean not null default false,
    changed_at  timestamptz not null default now(),
    version     bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (starts_on <= ends_on),
    check (replaces_id is null or status = 'PLANNED'),
    check (not dropping or status = 'STANDING')
);
comment on table planned_activity is 'scoped: dated activities of a plan, by the path of the house that holds them or, for the whole district, of the unit of the plan; read from the plan''s unit upward, and once they stand by the houses they concern';
comment on column planned_activity.status is 'PLANNED: in a plan or a revision not approved; DROPPED: taken back after it stood';
comment on column planned_activity.replaces_id is 'the activity whose place this draft takes when the revision is approved';
comment on column planned_activity.dropping is 'whether it is dropped when the revision is approved';
comment on column planned_activity.changed_at is 'when it last changed as readers of the plan see it';
create index planned_activity_plan on planned_activity (plan_id, starts_on, id);
create index planned_activity_scope on planned_activity (org_path, starts_on);

alter table planned_activity enable row level security;
create policy planned_activity_read on planned_activity for select to ${app} using (
    exists (select from campaign_plan p where p.id = planned_activity.plan_id
        and p.org_path >= nullif(current_setting('app.lo', true), '') and p.org_path < current_setting('app.hi', true))
    or (planned_activity.status <> 'PLANNED'
        and ((planned_activity.org_path >= nullif(current_setting('app.lo', true), '')
                and planned_activity.org_path < current_setting('app.hi', true))
            or below_path(planned_activity.org_path))
        and exists (select from campaign_plan p where p.id = planned_activity.plan_id and p.pushed_at is not null)));
create policy planned_activity_write on planned_activity to ${app} using (exists (
    select from campaign_plan p where p.id = planned_activity.plan_id
        and p.org_path = nullif(current_setting('app.write_lo', true), '')));
grant select, insert, delete on planned_activity to ${app};
grant update (unit_id, org_path, kind, title_zh, title_en, place, starts_on, ends_on, status, dropping, changed_at, version)
    on planned_activity to ${app};
grant usage on sequence planned_activity_seq to ${app};

-- Rows that come back on a day, for the calendar.
create index campaign_member_postponed on campaign_member (org_path, postponed_to) where postponed_to is not null;
