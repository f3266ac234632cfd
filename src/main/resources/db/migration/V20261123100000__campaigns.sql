-- Campaigns: GACC issues a directive, districts answer it with a plan, houses carry it out enterprise by enterprise. A
-- unit may start a campaign of its own. Who is in scope is frozen when it is issued.

create sequence campaign_seq start with 50 increment by 50;
create table campaign (
    id             bigint primary key default nextval('campaign_seq'),
    unit_id        bigint not null,
    org_path       text collate "C" not null,
    kind           text not null check (kind in ('DIRECTIVE', 'OWN')),
    title_zh       text not null check (title_zh <> ''),
    title_en       text,
    purpose_zh     text not null check (purpose_zh <> ''),
    purpose_en     text,
    starts_on      date not null,
    ends_on        date not null,
    acknowledge_by date,
    reports_on     date[] not null default '{}' check (array_position(reports_on, null) is null),
    conditions     text check (conditions <> ''),
    sister_sums    boolean not null default false,
    status         text not null default 'DRAFT'
                       check (status in ('DRAFT', 'REVIEW', 'FREEZING', 'RUNNING', 'ENDED', 'WITHDRAWN')),
    edition        int not null default 1 check (edition > 0),
    template       boolean not null default false,
    origin_id      bigint references campaign,
    author_id      bigint not null references account,
    submitted_by   bigint references account,
    approved_by    bigint references account,
    reason         text,
    job_id         bigint references job on delete set null,
    issued_at      timestamptz,
    frozen_at      timestamptz,
    ended_at       timestamptz,
    created_at     timestamptz not null default now(),
    changed_at     timestamptz not null default now(),
    version        bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (starts_on <= ends_on),
    check (status not in ('RUNNING', 'ENDED') or frozen_at is not null),
    check (approved_by is null or kind = 'OWN' or approved_by not in (author_id, submitted_by))
);
comment on table campaign is 'scoped: directives and campaigns of a unit''s own, by the path of the unit that issues; seen besides by the units it was issued to and those below them';
comment on column campaign.conditions is 'the JSON of a segment''s tree of conditions, read and checked; null: every enterprise';
comment on column campaign.sister_sums is 'whether the districts it was issued to see each other''s sums, no cell under 5';
comment on column campaign.edition is 'grows with each amendment in force';
comment on column campaign.origin_id is 'the campaign it was adopted from';
comment on column campaign.reason is 'why it was returned to the author or withdrawn';
create index campaign_scope on campaign (org_path, id);
create index campaign_open on campaign (status, id) where status in ('FREEZING', 'RUNNING');

create table campaign_audience (
    campaign_id    bigint not null references campaign,
    audience       text not null check (audience in ('ALL', 'PROSPECTIVE', 'AEO')),
    text_zh        text not null check (text_zh <> ''),
    text_en        text,
    expected       smallint not null check (expected between 0 and 100),
    least_strength text not null references contact_strength,
    channels       text[] not null default '{}',
    primary key (campaign_id, audience)
);
comment on table campaign_audience is 'scoped: text, expected share and what counts as reached, for each audience it is for; seen with the campaign';
comment on column campaign_audience.expected is 'expected share of those in scope that are reached, per cent';
comment on column campaign_audience.least_strength is 'a contact counts as reached from this strength on, by one of the channels (empty: any), within the period';

create table campaign_document (
    campaign_id bigint not null references campaign,
    position    smallint not null,
    document_id bigint not null references document,
    primary key (campaign_id, position),
    unique (campaign_id, document_id)
);
comment on table campaign_document is 'scoped: documents of the library it promotes; seen with the campaign';

create table campaign_edition (
    campaign_id  bigint not null references campaign,
    edition      int not null check (edition > 0),
    content      jsonb not null,
    note         text,
    status       text not null default 'PROPOSED' check (status in ('PROPOSED', 'IN_FORCE', 'RETURNED')),
    submitted_by bigint not null references account,
    submitted_at timestamptz not null default now(),
    decided_by   bigint references account,
    decided_at   timestamptz,
    reason       text,
    version      bigint not null default 0,
    primary key (campaign_id, edition),
    check (decided_by is null or decided_by <> submitted_by)
);
comment on table campaign_edition is 'scoped: what a campaign said in each edition, and the amendment that waits for a second person; seen with the campaign, a proposal by its unit alone';

create sequence campaign_plan_seq start with 50 increment by 50;
create table campaign_plan (
    id                   bigint primary key default nextval('campaign_plan_seq'),
    campaign_id          bigint not null references campaign,
    unit_id              bigint not null,
    org_path             text collate "C" not null,
    status               text not null default 'ISSUED' check (status in ('ISSUED', 'ASKED', 'DECLINED', 'ACKNOWLEDGED',
                             'SUBMITTED', 'APPROVED', 'WITHDRAWN')),
    acknowledged_edition int,
    acknowledged_at      timestamptz,
    acknowledged_by      bigint references account,
    question             text,
    reply                text,
    reason               text,
    regional_zh          text,
    regional_en          text,
    channels             text[] not null default '{}',
    sessions             text,
    begins_on            date,
    finishes_on          date,
    submitted_by         bigint references account,
    approved_by          bigint references account,
    approved_at          timestamptz,
    pushed_at            timestamptz,
    created_at           timestamptz not null default now(),
    changed_at           timestamptz not null default now(),
    version              bigint not null default 0,
    unique (campaign_id, unit_id),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (approved_by is null or submitted_by is null or approved_by <> submitted_by),
    check (begins_on is null or finishes_on is null or begins_on <= finishes_on)
);
comment on table campaign_plan is 'scoped: what a unit a campaign was issued to makes of it, by the path of that unit; read above it and by the houses below it';
comment on column campaign_plan.acknowledged_edition is 'the newest edition it took note of';
comment on column campaign_plan.question is 'what the unit asks back, or why it declines';
comment on column campaign_plan.reason is 'why the plan was returned by who approves it';
comment on column campaign_plan.pushed_at is 'since when its houses work on it';
create index campaign_plan_scope on campaign_plan (org_path, campaign_id);

create table campaign_plan_document (
    plan_id     bigint not null references campaign_plan,
    position    smallint not null,
    document_id bigint not null references document,
    primary key (plan_id, position)
);
comment on table campaign_plan_document is 'scoped: local documents of a plan; seen with the plan';

create sequence campaign_assignment_seq start with 50 increment by 50;
create table campaign_assignment (
    id                   bigint primary key default nextval('campaign_assignment_seq'),
    plan_id              bigint not null references campaign_plan,
    campaign_id          bigint not null references campaign,
    unit_id              bigint not null,
    org_path             text collate "C" not null,
    target               int not null check (target >= 0),
    proposed             int not null default 0 check (proposed >= 0),
    due_on               date,
    status               text not null default 'PLANNED' check (status in ('PLANNED', 'PUSHED', 'STARTED', 'DONE', 'WITHDRAWN')),
    acknowledged_edition int,
    spread_at            timestamptz,
    started_at           timestamptz,
    version              bigint not null default 0,
    unique (plan_id, unit_id),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table campaign_assignment is 'scoped: what a house is to reach of a plan, by the path of the house';
comment on column campaign_assignment.target is 'enterprises to be reached, of those in scope of the house';
create index campaign_assignment_scope on campaign_assignment (org_path, campaign_id);

create table campaign_member (
    enterprise_id bigint not null,
    campaign_id   bigint not null references campaign,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    house_id      bigint not null,
    house_path    text collate "C" not null,
    audience      text not null check (audience in ('ALL', 'PROSPECTIVE', 'AEO')),
    size_class    text,
    sector        text,
    track         text not null check (track in ('NONE', 'SME', 'CBEC', 'BOTH')),
    priority      int not null,
    late          boolean not null default false,
    merged        boolean not null default false,
    officer_id    bigint references account,
    standing      text not null default 'OPEN' check (standing in ('OPEN', 'UNREACHABLE', 'EXCLUDED')),
    reason        text check (reason in ('CLOSED', 'MOVED', 'NO_CONTACT', 'DECLINED', 'DUPLICATE', 'NOT_APPLICABLE', 'OTHER')),
    remark        text,
    stood_by      bigint references account,
    stood_on      date,
    postponed_to  date,
    level         smallint not null default 0 check (level between 0 and 2),
    first_on      date,
    reached_on    date,
    channel       text,
    version       bigint not null default 0,
    primary key (enterprise_id, campaign_id),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    foreign key (house_id, house_path) references unit (id, org_path) on update cascade,
    check ((standing = 'OPEN') = (reason is null))
);
comment on table campaign_member is 'scoped: the frozen denominator, one row for each enterprise in scope, by the path of its unit at present and of its unit when frozen';
comment on column campaign_member.org_path is 'where the enterprise is registered now: who works on it';
comment on column campaign_member.house_path is 'where it was registered when the denominator was frozen: whose figures it counts in; follows the unit, never the enterprise';
comment on column campaign_member.audience is 'audience when frozen, as size, sector and track';
comment on column campaign_member.priority is 'order of the work list, lowest first';
comment on column campaign_member.late is 'came into scope after the freeze: shown apart, in no denominator';
comment on column campaign_member.merged is 'turned out to be another enterprise after the freeze; stays in the denominator, shown apart';
comment on column campaign_member.level is '0 not touched, 1 touched but not enough, 2 reached by the rule of its audience';
comment on column campaign_member.channel is 'channel of the contact that first reached it, or of the first one when none did';

create table campaign_sum (
    campaign_id bigint not null references campaign,
    dimension   text not null check (dimension in ('ALL', 'SIZE', 'SECTOR', 'TRACK', 'OFFICER', 'CHANNEL', 'WEEK', 'REASON', 'APART')),
    house_id    bigint not null,
    house_path  text collate "C" not null,
    value       text collate "C" not null,
    audience    text not null,
    state       text not null check (state in ('REACHED', 'TOUCHED', 'UNTOUCHED', 'UNREACHABLE', 'EXCLUDED')),
    enterprises int not null,
    primary key (campaign_id, dimension, house_id, value, audience, state),
    foreign key (house_id, house_path) references unit (id, org_path) on update cascade
);
comment on table campaign_sum is 'scoped: how many enterprises of a house are in which state, by one further dimension; kept by triggers of campaign_member and a job';
comment on column campaign_sum.value is 'ALL: empty; OFFICER: account id; CHANNEL and WEEK (Monday, ISO date): of the contact that first reached it; REASON: of who is excluded or not reachable; APART: LATE, MERGED, MOVED';
create index campaign_sum_scope on campaign_sum (campaign_id, dimension, house_path);

create sequence campaign_sum_change_seq start with 50 increment by 50;
create table campaign_sum_change (
    id          bigint primary key default nextval('campaign_sum_change_seq'),
    campaign_id bigint not null,
    dimension   text not null,
    house_id    bigint not null,
    house_path  text collate "C" not null,
    value       text collate "C" not null,
    audience    text not null,
    state       text not null,
    enterprises int not null
);
comment on table campaign_sum_change is 'scoped: what is to be added to campaign_sum, so that nobody waits for another; folded in by a job every few seconds';
create index campaign_sum_change_scope on campaign_sum_change (campaign_id, dimension, house_path);

create view campaign_figure with (security_invoker = true) as
    select campaign_id, dimension, house_id, house_path, value, audience, state, enterprises from campaign_sum
    union all
    select campaign_id, dimension, house_id, house_path, value, audience, state, enterprises from campaign_sum_change;
comment on view campaign_figure is 'the sums as of now: what is folded in and what is about to be; always summed up';

-- Whether the viewer stands at or below a path.
create function below_path(path text) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$ select coalesce(starts_with(nullif(current_setting('app.lo', true), ''), path), false) $$;

alter table campaign enable row level security;
alter table campaign_audience enable row level security;
alter table campaign_document enable row level security;
alter table campaign_edition enable row level security;
alter table campaign_plan enable row level security;
alter table campaign_plan_document enable row level security;
alter table campaign_assignment enable row level security;
alter table campaign_member enable row level security;
alter table campaign_sum enable row level security;
alter table campaign_sum_change enable row level security;

create policy campaign_plan_read on campaign_plan for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or below_path(campaign_plan.org_path));
-- Above: every campaign of the units below that is out; drafts are the unit's own.
create policy campaign_read on campaign for select to ${app} using (
    campaign.org_path = nullif(current_setting('app.lo', true), '')
    or (campaign.org_path >= nullif(current_setting('app.lo', true), '') and campaign.org_path < current_setting('app.hi', true)
        and campaign.status not in ('DRAFT', 'REVIEW'))
    or (campaign.status not in ('DRAFT', 'REVIEW') and exists (
        select from campaign_plan p where p.campaign_id = campaign.id and below_path(p.org_path)))
    or (campaign.template and nullif(current_setting('app.lo', true), '') is not null));
create policy campaign_add on campaign for insert to ${app} with check (
    org_path = nullif(current_setting('app.write_lo', true), ''));
create policy campaign_change on campaign for update to ${app} using (
    org_path = nullif(current_setting('app.write_lo', true), ''));
create policy campaign_drop on campaign for delete to ${app} using (
    org_path = nullif(current_setting('app.write_lo', true), '') and status = 'DRAFT');

create policy campaign_audience_read on campaign_audience for select to ${app} using (
    exists (select from campaign c where c.id = campaign_audience.campaign_id));
create policy campaign_audience_write on campaign_audience to ${app} using (exists (
    select from campaign c where c.id = campaign_audience.campaign_id and c.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_document_read on campaign_document for select to ${app} using (
    exists (select from campaign c where c.id = campaign_document.campaign_id));
create policy campaign_document_write on campaign_document to ${app} using (exists (
    select from campaign c where c.id = campaign_document.campaign_id and c.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_edition_read on campaign_edition for select to ${app} using (exists (
    select from campaign c where c.id = campaign_edition.campaign_id
        and (campaign_edition.status = 'IN_FORCE' or c.org_path = nullif(current_setting('app.lo', true), ''))));
create policy campaign_edition_write on campaign_edition to ${app} using (exists (
    select from campaign c where c.id = campaign_edition.campaign_id and c.org_path = nullif(current_setting('app.write_lo', true), '')));

-- Who issues makes the plans of the units below; the unit itself goes on with its own.
create policy campaign_plan_add on campaign_plan for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
    and exists (select from campaign c where c.id = campaign_plan.campaign_id and c.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_plan_change on campaign_plan for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy campaign_plan_drop on campaign_plan for delete to ${app} using (exists (
    select from campaign c where c.id = campaign_plan.campaign_id and c.status in ('DRAFT', 'REVIEW')
        and c.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_plan_document_read on campaign_plan_document for select to ${app} using (
    exists (select from campaign_plan p where p.id = campaign_plan_document.plan_id));
create policy campaign_plan_document_write on campaign_plan_document to ${app} using (exists (
    select from campaign_plan p where p.id = campaign_plan_document.plan_id and p.org_path = nullif(current_setting('app.write_lo', true), '')));

create policy campaign_assignment_read on campaign_assignment for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy campaign_assignment_write on campaign_assignment to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));

create policy campaign_member_read on campaign_member for select to ${app} using (
    (house_path >= nullif(current_setting('app.lo', true), '') and house_path < current_setting('app.hi', true))
    or (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true)));
create policy campaign_member_add on campaign_member for insert to ${app} with check (
    house_path >= nullif(current_setting('app.write_lo', true), '') and house_path < current_setting('app.write_hi', true));
create policy campaign_member_change on campaign_member for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy campaign_sum_read on campaign_sum for select to ${app} using (
    house_path >= nullif(current_setting('app.lo', true), '') and house_path < current_setting('app.hi', true));
create policy campaign_sum_change_read on campaign_sum_change for select to ${app} using (
    house_path >= nullif(current_setting('app.lo', true), '') and house_path < current_setting('app.hi', true));

grant select, insert, delete on campaign, campaign_audience, campaign_document, campaign_edition, campaign_plan,
    campaign_plan_document to ${app};
grant select, insert, delete on campaign_assignment to ${app};
grant select, insert on campaign_member to ${app};
grant select on campaign_sum, campaign_sum_change, campaign_figure to ${app};
grant update (title_zh, title_en, purpose_zh, purpose_en, starts_on, ends_on, acknowledge_by, reports_on, conditions,
    sister_sums, status, edition, template, submitted_by, approved_by, reason, job_id, issued_at, frozen_at, ended_at,
    changed_at, version) on campaign to ${app};
grant update (text_zh, text_en, expected, least_strength, channels) on campaign_audience to ${app};
grant update (status, decided_by, decided_at, reason, version) on campaign_edition to ${app};
grant update (status, acknowledged_edition, acknowledged_at, acknowledged_by, question, reply, reason, regional_zh,
    regional_en, channels, sessions, begins_on, finishes_on, submitted_by, approved_by, approved_at, pushed_at, changed_at,
    version) on campaign_plan to ${app};
grant update (target, proposed, due_on, status, acknowledged_edition, spread_at, started_at, version) on campaign_assignment to ${app};
grant update (officer_id, standing, reason, remark, stood_by, stood_on, postponed_to, version) on campaign_member to ${app};
grant usage on sequence campaign_seq, campaign_plan_seq, campaign_assignment_seq to ${app};
