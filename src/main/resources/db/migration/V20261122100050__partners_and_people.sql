-- Partner organisations and the people of both, and who may read and write what the registry keeps.

create sequence partner_organisation_seq start with 50 increment by 50;
create table partner_organisation (
    id         bigint primary key default nextval('partner_organisation_seq'),
    kind       text not null check (kind in ('CHAMBER', 'GOVERNMENT', 'FOREIGN_CUSTOMS', 'ACADEMIA', 'TRAINING_PROVIDER')),
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    name_zh    text not null check (name_zh <> ''),
    name_en    text,
    economy    text not null default 'CN' check (economy ~ '^[A-Z]{2}$'),
    address    text,
    website    text,
    note       text,
    ended_at   timestamptz,
    created_at timestamptz not null default now(),
    version    bigint not null default 0,
    unique (id, unit_id, org_path),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table partner_organisation is 'scoped: chambers, authorities, foreign customs, academia and training providers, by the path of the unit that keeps the contact; units below it see them';
create index partner_organisation_scope on partner_organisation (org_path, id);

create table consent_wording (
    id         bigint primary key,
    zh         text not null,
    en         text not null,
    valid_from date not null unique,
    valid_to   date
);
comment on table consent_wording is 'reference: the words persons agree to, by version';
insert into consent_wording (id, zh, en, valid_from) values (1,
    '我同意海关为AEO政策宣传、培训通知、答复咨询和回访，保存并使用我的姓名、职务、电话和电子邮箱。我可以随时撤回同意；撤回不影响此前已进行的处理。',
    'I agree that customs keeps and uses my name, position, telephone number and mail address in order to inform me about AEO policy, invite me to training, answer questions and follow up. I can withdraw my consent at any time; what was done before stays lawful.',
    '2026-01-01');

create sequence contact_person_seq start with 50 increment by 50;
create table contact_person (
    id                   bigint primary key default nextval('contact_person_seq'),
    enterprise_id        bigint,
    partner_id           bigint,
    unit_id              bigint not null,
    org_path             text collate "C" not null,
    name_zh              text not null check (name_zh <> ''),
    name_en              text,
    position_zh          text,
    position_en          text,
    role                 text not null default 'OTHER' check (role in ('CUSTOMS_MANAGER', 'LEGAL_REPRESENTATIVE', 'COMPLIANCE',
                             'LOGISTICS', 'FINANCE', 'SECURITY', 'OTHER')),
    language             text not null default 'zh' check (language in ('zh', 'en')),
    mail                 text,
    phone                text,
    preferred_channel    text check (preferred_channel in ('MAIL', 'PHONE', 'VISIT', 'PORTAL')),
    purpose              text not null check (purpose in ('OUTREACH', 'COORDINATION', 'COOPERATION')),
    legal_basis          text not null check (legal_basis in ('CONSENT', 'STATUTORY_DUTY', 'PUBLISHED')),
    consent_on           date,
    consent_wording_id   bigint references consent_wording,
    consent_withdrawn_on date,
    ended_at             timestamptz,
    end_reason           text,
    erased_at            timestamptz,
    created_at           timestamptz not null default now(),
    version              bigint not null default 0,
    check ((enterprise_id is null) <> (partner_id is null)),
    check ((consent_on is null) = (consent_wording_id is null)),
    check (consent_withdrawn_on is null or consent_on <= consent_withdrawn_on),
    check (legal_basis <> 'CONSENT' or consent_on is not null or erased_at is not null),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    foreign key (partner_id, unit_id, org_path) references partner_organisation (id, unit_id, org_path) on update cascade
);
comment on table contact_person is 'scoped: people to talk to at an enterprise or a partner organisation, by the path of its unit; ended, not deleted';
create index contact_person_scope on contact_person (org_path, id);
create index contact_person_enterprise on contact_person (enterprise_id) where enterprise_id is not null;
create index contact_person_partner on contact_person (partner_id) where partner_id is not null;
create index contact_person_mail on contact_person (lower(mail)) where mail is not null;

-- Who reads: the unit and those above it; of names and grades also the enterprise itself. Who writes: his range.
do $$
declare
    t text;
    own text;
begin
    foreach t in array array['enterprise_former_name', 'enterprise_former_unit', 'enterprise_former_grade',
                             'journey_entry', 'partner_organisation', 'contact_person'] loop
        own := case when t in ('enterprise_former_name', 'enterprise_former_grade')
            then ' or enterprise_id = nullif(current_setting(''app.enterprise'', true), '''')::bigint'
            -- What a unit above keeps is there for those below.
            when t = 'partner_organisation'
            then ' or starts_with(nullif(current_setting(''app.lo'', true), ''''), org_path)' else '' end;
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for select to ${app} using ((org_path >= '
            || 'nullif(current_setting(''app.lo'', true), '''') and org_path < current_setting(''app.hi'', true))%s)',
            t || '_read', t, own);
        execute format('create policy %I on %I for insert to ${app} with check (org_path >= '
            || 'nullif(current_setting(''app.write_lo'', true), '''') and org_path < current_setting(''app.write_hi'', true))',
            t || '_add', t);
        execute format('create policy %I on %I for update to ${app} using (org_path >= '
            || 'nullif(current_setting(''app.write_lo'', true), '''') and org_path < current_setting(''app.write_hi'', true))',
            t || '_change', t);
        execute format('grant select, insert on %I to ${app}', t);
        execute format('grant usage on sequence %I to ${app}', t || '_seq');
    end loop;
end
$$;
alter table journey_file enable row level security;
create policy journey_file_read on journey_file for select to ${app} using (
    exists (select from journey_entry j where j.id = entry_id));
create policy journey_file_add on journey_file for insert to ${app} with check (
    exists (select from journey_entry j where j.id = entry_id
        and j.org_path >= nullif(current_setting('app.write_lo', true), '')
        and j.org_path < current_setting('app.write_hi', true)));
grant select, insert on journey_file to ${app};
grant update (retracted_at, retracted_by, retract_note) on journey_entry to ${app};
grant update (kind, name_zh, name_en, economy, address, website, note, ended_at, version) on partner_organisation to ${app};
grant update (name_zh, name_en, position_zh, position_en, role, language, mail, phone, preferred_channel, purpose,
    legal_basis, consent_on, consent_wording_id, consent_withdrawn_on, ended_at, end_reason, erased_at, version)
    on contact_person to ${app};

alter table sector enable row level security;
alter table credit_rule_set enable row level security;
alter table credit_grade enable row level security;
alter table journey_step enable row level security;
alter table journey_transition enable row level security;
alter table consent_wording enable row level security;
create policy sector_read on sector for select using (true);
create policy credit_rule_set_read on credit_rule_set for select using (true);
create policy credit_grade_read on credit_grade for select using (true);
create policy journey_step_read on journey_step for select using (true);
create policy journey_transition_read on journey_transition for select using (true);
create policy consent_wording_read on consent_wording for select using (true);
grant select on sector, credit_rule_set, credit_grade, journey_step, journey_transition, consent_wording to ${app}, ${jobs};

-- The enterprises of a demonstration that is there already.
update enterprise e set registered_since = current_date - 900, grade = 'REGULAR', grade_since = current_date - 200
    where e.grade is null and exists (select from installation i where i.key = 'demo' and i.value = 'true');
