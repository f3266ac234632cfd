-- What the cascade of campaigns keeps besides: the day plans are due, who had a hand in what (and may not approve it),
-- and what a unit's own campaign sets itself.

alter table campaign add column plan_by date;
comment on column campaign.plan_by is 'by when the units it was issued to hand in their plans';
grant update (plan_by, origin_id) on campaign to ${app};

create table campaign_editor (
    campaign_id bigint not null references campaign,
    edition     int not null,
    account_id  bigint not null references account,
    primary key (campaign_id, edition, account_id)
);
comment on table campaign_editor is 'scoped: who wrote, changed or submitted an edition of a campaign and may therefore not approve it; seen by its unit';
alter table campaign_editor enable row level security;
create policy campaign_editor_read on campaign_editor for select to ${app} using (exists (
    select from campaign c where c.id = campaign_editor.campaign_id and c.org_path = nullif(current_setting('app.lo', true), '')));
create policy campaign_editor_add on campaign_editor for insert to ${app} with check (exists (
    select from campaign c where c.id = campaign_editor.campaign_id and c.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_editor_drop on campaign_editor for delete to ${app} using (exists (
    select from campaign c where c.id = campaign_editor.campaign_id and c.org_path = nullif(current_setting('app.write_lo', true), '')
        and c.status = 'DRAFT'));
grant select, insert, delete on campaign_editor to ${app};

create table campaign_plan_editor (
    plan_id    bigint not null references campaign_plan,
    account_id bigint not null references account,
    primary key (plan_id, account_id)
);
comment on table campaign_plan_editor is 'scoped: who wrote, changed or submitted a plan and may therefore not approve it; seen with the plan from its unit upward';
alter table campaign_plan_editor enable row level security;
create policy campaign_plan_editor_read on campaign_plan_editor for select to ${app} using (exists (
    select from campaign_plan p where p.id = campaign_plan_editor.plan_id
        and p.org_path >= nullif(current_setting('app.lo', true), '') and p.org_path < current_setting('app.hi', true)));
create policy campaign_plan_editor_add on campaign_plan_editor for insert to ${app} with check (exists (
    select from campaign_plan p where p.id = campaign_plan_editor.plan_id and p.org_path = nullif(current_setting('app.write_lo', true), '')));
grant select, insert on campaign_plan_editor to ${app};

grant update (content, note, submitted_by, submitted_at) on campaign_edition to ${app};

-- What the units of a path are to reach: of each audience the expected share, rounded up.
create function campaign_target(campaign bigint, path text) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(sum(ceil(f.enterprises * a.expected / 100.0)), 0)::bigint
    from (select audience, sum(enterprises) as enterprises from campaign_figure
          where campaign_id = campaign and dimension = 'ALL' and house_path >= path
              and house_path < left(path, -1) || '/' group by audience) f
        join campaign_audience a on a.campaign_id = campaign and a.audience = f.audience
$$;

-- A house that starts a campaign of its own is to reach what it set itself, known as soon as the denominator is.
create function campaign_own_target() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    update campaign_assignment set target = campaign_target(new.id, org_path), proposed = campaign_target(new.id, org_path)
    where campaign_id = new.id and unit_id = new.unit_id;
    return null;
end
$$;
create trigger campaign_own_target after update of status on campaign for each row
    when (new.kind = 'OWN' and old.status = 'FREEZING' and new.status = 'RUNNING') execute function campaign_own_target();

-- As long as who is in scope is being written down a campaign can be a draft again: it is the unit's own until it is out.
drop policy campaign_read on campaign;
create policy campaign_read on campaign for select to ${app} using (
    campaign.org_path = nullif(current_setting('app.lo', true), '')
    or (campaign.org_path >= nullif(current_setting('app.lo', true), '') and campaign.org_path < current_setting('app.hi', true)
        and campaign.status not in ('DRAFT', 'REVIEW', 'FREEZING'))
    or (campaign.status not in ('DRAFT', 'REVIEW', 'FREEZING') and exists (
        select from campaign_plan p where p.campaign_id = campaign.id and below_path(p.org_path)))
    or (campaign.template and nullif(current_setting('app.lo', true), '') is not null));
