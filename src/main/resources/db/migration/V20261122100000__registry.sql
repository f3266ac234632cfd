-- The registry: what is known of an enterprise, its names, houses, grades and journey over time, its people, and the
-- organisations beside enterprises. What holds today stands in the row of the enterprise with the day since when;
-- the tables of history hold only what is over. Values come from short lists that checks name: a foreign key would be
-- looked up for each of a million imported rows.

create table sector (
    code text primary key check (code ~ '^[A-T]$'),
    zh   text not null,
    en   text not null
);
comment on table sector is 'reference: sections of the industrial classification GB/T 4754';
insert into sector (code, zh, en) values
    ('A', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'),
    ('B', '采矿业', 'Mining'),
    ('C', '制造业', 'Manufacturing'),
    ('D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'),
    ('E', '建筑业', 'Construction'),
    ('F', '批发和零售业', 'Wholesale and retail'),
    ('G', '交通运输、仓储和邮政业', 'Transport, storage and post'),
    ('H', '住宿和餐饮业', 'Accommodation and catering'),
    ('I', '信息传输、软件和信息技术服务业', 'Information transmission, software and IT services'),
    ('J', '金融业', 'Finance'),
    ('K', '房地产业', 'Real estate'),
    ('L', '租赁和商务服务业', 'Leasing and business services'),
    ('M', '科学研究和技术服务业', 'Scientific research and technical services'),
    ('N', '水利、环境和公共设施管理业', 'Water, environment and public facilities'),
    ('O', '居民服务、修理和其他服务业', 'Household, repair and other services'),
    ('P', '教育', 'Education'),
    ('Q', '卫生和社会工作', 'Health and social work'),
    ('R', '文化、体育和娱乐业', 'Culture, sports and entertainment'),
    ('S', '公共管理、社会保障和社会组织', 'Public administration, social security and social organisations'),
    ('T', '国际组织', 'International organisations');

alter table enterprise
    add uscc             text collate "C" unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    add name_since       date,
    add registered_since date,
    add address_zh       text,
    add address_en       text,
    add sector           text check (sector between 'A' and 'T' and length(sector) = 1),
    add size_class       text check (size_class in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    add business_types   text[] not null default '{}' check (business_types <@ array['CONSIGNEE_CONSIGNOR',
        'CUSTOMS_BROKER', 'MANUFACTURER', 'CBEC_PLATFORM', 'CBEC_OPERATOR', 'CBEC_LOGISTICS', 'BONDED_ZONE',
        'FOOD_AGRICULTURE', 'EXPRESS_OPERATOR']),
    add trading_partners text[] not null default '{}' check (array_position(trading_partners, null) is null),
    add grade            text check (grade in ('ACE', 'GCE', 'GENERAL', 'CE', 'REGULAR', 'DISCREDITED',
        'SERIOUSLY_DISCREDITED')),
    add grade_since      date,
    add journey_step     text not null default 'PROSPECT' check (journey_step in ('PROSPECT', 'CONTACTED', 'BRIEFED',
        'INTERESTED', 'CULTIVATION', 'SELF_ASSESSED', 'APPLIED', 'ACCEPTED', 'VALIDATION_SCHEDULED', 'VALIDATED',
        'CORRECTION', 'REFUSED', 'AEO', 'RECHECK_DUE', 'KEPT', 'SUSPENDED', 'DOWNGRADED', 'WITHDRAWN')),
    add journey_since    date,
    add tier             text check (tier in ('A', 'B', 'C')),
    add coordinator_id   bigint references account,
    add last_contact_on  date,
    add last_strength    text,
    add next_contact_due date,
    add merged_into      bigint references enterprise,
    add source           text not null default 'entry',
    add import_id        bigint,
    add created_at       timestamptz not null default now(),
    add changed_at       timestamptz not null default now(),
    add constraint enterprise_grade_dated check ((grade is null) = (grade_since is null)),
    add constraint enterprise_merged check (merged_into <> id);
comment on column enterprise.merged_into is 'the enterprise it turned out to be: this row is found by its number and is in no list';
comment on column enterprise.name_since is 'since when it has its present name, null when not known; earlier ones in enterprise_former_name';
comment on column enterprise.registered_since is 'since when it is registered with its present unit; earlier ones in enterprise_former_unit';
comment on column enterprise.grade is 'credit grade in force, under the rules of today; null when not known';
-- Few, since each costs the import of a full registry; most lists are narrow by scope alone.
create index enterprise_name on enterprise (name_zh collate pinyin, id);
create index enterprise_graded on enterprise (grade, org_path, id) where grade not in ('REGULAR', 'GENERAL');
create index enterprise_stepped on enterprise (journey_step, org_path, id) where journey_step <> 'PROSPECT';
create index enterprise_coordinated on enterprise (coordinator_id, next_contact_due) where coordinator_id is not null;
create index enterprise_merged_into on enterprise (merged_into) where merged_into is not null;
create policy enterprise_add on enterprise for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant insert on enterprise to ${app};
grant update (customs_code, uscc, name_zh, name_en, name_since, registered_since, address_zh, address_en, sector,
    size_class, business_types, trading_partners, grade, grade_since, journey_step, journey_since, tier, coordinator_id,
    last_contact_on, last_strength, next_contact_due, mail_on_file, phone_on_file, merged_into, changed_at)
    on enterprise to ${app};
grant usage on sequence enterprise_seq to ${app};

-- Audience and tracks in one place.
create function enterprise_audience(grade text, step text) returns text
    language sql immutable parallel safe
as $$
    select case
        when grade in ('ACE', 'CE') then 'AEO'
        when grade in ('DISCREDITED', 'SERIOUSLY_DISCREDITED') then 'ALL'
        when grade is null and step in ('AEO', 'RECHECK_DUE', 'KEPT') then 'AEO'
        when step in ('INTERESTED', 'CULTIVATION', 'SELF_ASSESSED', 'APPLIED', 'ACCEPTED', 'VALIDATION_SCHEDULED',
                      'VALIDATED', 'CORRECTION') then 'PROSPECTIVE'
        else 'ALL' end
$$;
create function is_sme(size_class text) returns boolean
    language sql immutable parallel safe
as $$ select coalesce(size_class in ('MEDIUM', 'SMALL', 'MICRO'), false) $$;
create function is_cbec(business_types text[]) returns boolean
    language sql immutable parallel safe
as $$ select business_types && array['CBEC_PLATFORM', 'CBEC_OPERATOR', 'CBEC_LOGISTICS'] $$;

create sequence enterprise_former_name_seq start with 50 increment by 50;
create table enterprise_former_name (
    id            bigint primary key default nextval('enterprise_former_name_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    name_zh       text not null check (name_zh <> ''),
    name_en       text,
    valid_from    date,
    valid_to      date not null,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check (valid_from is null or valid_from <= valid_to)
);
comment on table enterprise_former_name is 'scoped: names an enterprise had, from a day (null: not known) to a day, both included';
create index enterprise_former_name_of on enterprise_former_name (enterprise_id, valid_to);
create index enterprise_former_name_scope on enterprise_former_name (org_path, id);

create sequence enterprise_former_unit_seq start with 50 increment by 50;
create table enterprise_former_unit (
    id             bigint primary key default nextval('enterprise_former_unit_seq'),
    enterprise_id  bigint not null,
    unit_id        bigint not null,
    org_path       text collate "C" not null,
    -- As it was: no later reorganisation moves it.
    former_unit_id bigint not null references unit,
    former_path    text collate "C" not null,
    valid_from     date,
    valid_to       date not null,
    reason         text not null check (reason <> ''),
    account_id     bigint references account,
    created_at     timestamptz not null default now(),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check (valid_from is null or valid_from <= valid_to)
);
comment on table enterprise_former_unit is 'scoped: units an enterprise was registered with before, from a day (null: not known) to a day, both included';
create index enterprise_former_unit_of on enterprise_former_unit (enterprise_id, valid_to);
create index enterprise_former_unit_scope on enterprise_former_unit (org_path, id);

create table credit_rule_set (
    code       text primary key,
    valid_from date not null unique,
    valid_to   date,
    zh         text not null,
    en         text not null,
    source_zh  text not null,
    source_en  text not null,
    check (valid_to is null or valid_from <= valid_to)
);
comment on table credit_rule_set is 'reference: the measures on credit management, each from a day to a day (both included)';
insert into credit_rule_set (code, valid_from, valid_to, zh, en, source_zh, source_en) values
    ('R2014', '2014-12-01', '2018-04-30', '企业信用管理暂行办法', 'Interim measures on enterprise credit management',
     '海关总署令第225号', 'GACC Order 225'),
    ('R2018', '2018-05-01', '2021-10-31', '海关企业信用管理办法', 'Measures on customs enterprise credit management',
     '海关总署令第237号', 'GACC Order 237'),
    ('R2021', '2021-11-01', '2026-03-31', '海关注册登记和备案企业信用管理办法（2021年）',
     'Measures on credit management of registered and filed enterprises (2021)', '海关总署令第251号', 'GACC Order 251'),
    ('R2026', '2026-04-01', null, '海关注册登记和备案企业信用管理办法（2026年）',
     'Measures on credit management of registered and filed enterprises (2026)', '海关总署令第282号', 'GACC Order 282');

create table credit_grade (
    rule_set     text not null references credit_rule_set,
    grade        text not null,
    rank         int not null,
    aeo          boolean not null,
    zh           text not null,
    en           text not null,
    continues_as text,
    primary key (rule_set, grade),
    unique (rule_set, rank)
);
comment on table credit_grade is 'reference: the grades of each rule set, 1 the best; aeo: those that make an AEO at home; continues_as: what it is under the next rule set without a decision';
insert into credit_grade (rule_set, grade, rank, aeo, zh, en, continues_as) values
    ('R2014', 'ACE', 1, true, '高级认证企业', 'Advanced certified enterprise', 'ACE'),
    ('R2014', 'GCE', 2, true, '一般认证企业', 'Generally certified enterprise', 'GCE'),
    ('R2014', 'GENERAL', 3, false, '一般信用企业', 'General credit enterprise', 'GENERAL'),
    ('R2014', 'DISCREDITED', 4, false, '失信企业', 'Discredited enterprise', 'DISCREDITED'),
    ('R2018', 'ACE', 1, true, '高级认证企业', 'Advanced certified enterprise', 'ACE'),
    ('R2018', 'GCE', 2, true, '一般认证企业', 'Generally certified enterprise', 'REGULAR'),
    ('R2018', 'GENERAL', 3, false, '一般信用企业', 'General credit enterprise', 'REGULAR'),
    ('R2018', 'DISCREDITED', 4, false, '失信企业', 'Discredited enterprise', 'DISCREDITED'),
    ('R2021', 'ACE', 1, true, '高级认证企业', 'Advanced certified enterprise', 'ACE'),
    ('R2021', 'REGULAR', 2, false, '常规管理企业', 'Enterprise under regular management', 'REGULAR'),
    ('R2021', 'DISCREDITED', 3, false, '失信企业', 'Discredited enterprise', 'DISCREDITED'),
    ('R2026', 'ACE', 1, true, '高级认证企业', 'Advanced certified enterprise', null),
    ('R2026', 'CE', 2, true, '认证企业', 'Certified enterprise', null),
    ('R2026', 'REGULAR', 3, false, '常规企业', 'Regular enterprise', null),
    ('R2026', 'DISCREDITED', 4, false, '失信企业', 'Discredited enterprise', null),
    ('R2026', 'SERIOUSLY_DISCREDITED', 5, false, '严重失信企业', 'Seriously discredited enterprise', null);

create sequence enterprise_former_grade_seq start with 50 increment by 50;
create table enterprise_former_grade (
    id            bigint primary key default nextval('enterprise_former_grade_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    grade         text not null check (grade in ('ACE', 'GCE', 'GENERAL', 'CE', 'REGULAR', 'DISCREDITED',
                      'SERIOUSLY_DISCREDITED')),
    valid_from    date not null,
    valid_to      date not null,
    -- Why it ended: the ground of the grade that came after it.
    ground        text,
    account_id    bigint references account,
    created_at    timestamptz not null default now(),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check (valid_from <= valid_to)
);
comment on table enterprise_former_grade is 'scoped: credit grades an enterprise had, from a day to a day (both included)';
create unique index enterprise_former_grade_of on enterprise_former_grade (enterprise_id, valid_from);
create index enterprise_former_grade_scope on enterprise_former_grade (org_path, id);
create index enterprise_former_grade_aeo on enterprise_former_grade (grade, valid_to) where grade in ('ACE', 'GCE', 'CE');

-- The rule set in force on a day; none before 1 December 2014.
create function credit_rules_on(on_day date) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select code from credit_rule_set where valid_from <= on_day and (valid_to is null or on_day <= valid_to)
$$;
-- What a grade given earlier is on a day: itself while the rules of that day know it, else what it goes on as.
create function credit_grade_at(given text, on_day date) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    with recursive course (grade, rules) as (
        select g.grade, s.valid_from
            from credit_grade g join credit_rule_set s on s.code = g.rule_set
            where g.grade = given and s.valid_from <= on_day
                and s.valid_from = (select max(l.valid_from) from credit_grade k join credit_rule_set l on l.code = k.rule_set
                                    where k.grade = given and l.valid_from <= on_day)
        union all
        select g.continues_as, n.valid_from
            from course c join credit_rule_set s on s.valid_from = c.rules
                join credit_grade g on g.rule_set = s.code and g.grade = c.grade
                join credit_rule_set n on n.valid_from = s.valid_to + 1
            where n.valid_from <= on_day
    )
    select grade from course order by rules desc limit 1
$$;
-- The grades that stand for this one on a day, and those that make an AEO on it.
create function credit_grades_as(wanted text, on_day date) returns text[]
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(array_agg(k.grade), '{}') from (select distinct grade from credit_grade) k
        where credit_grade_at(k.grade, on_day) = wanted
$$;
create function aeo_grades(on_day date) returns text[]
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(array_agg(k.grade), '{}') from (select distinct grade from credit_grade) k
        where exists (select from credit_grade g where g.rule_set = credit_rules_on(on_day) and g.aeo
                          and g.grade = credit_grade_at(k.grade, on_day))
$$;
-- The grade of an enterprise on a day by the rules of that day, or null; and whether it was an AEO then.
create function enterprise_grade_on(of_enterprise bigint, on_day date) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select credit_grade_at(p.grade, on_day) from (
        select e.grade from enterprise e where e.id = of_enterprise and e.grade_since <= on_day
        union all
        select f.grade from enterprise_former_grade f
            where f.enterprise_id = of_enterprise and on_day between f.valid_from and f.valid_to) p
    limit 1
$$;
create function enterprise_was_aeo(of_enterprise bigint, on_day date) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select exists (select from credit_grade g where g.rule_set = credit_rules_on(on_day) and g.aeo
                       and g.grade = enterprise_grade_on(of_enterprise, on_day))
$$;

create table journey_step (
    code     text primary key,
    position int not null unique,
    zh       text not null,
    en       text not null
);
comment on table journey_step is 'reference: steps on the way to AEO and after, in their usual order';
insert into journey_step (code, position, zh, en) values
    ('PROSPECT', 10, '潜在对象', 'Prospect'),
    ('CONTACTED', 20, '已联系', 'Contacted'),
    ('BRIEFED', 30, '已宣讲', 'Briefed'),
    ('INTERESTED', 40, '有意申请', 'Interested'),
    ('CULTIVATION', 50, '信用培育中', 'Under cultivation'),
    ('SELF_ASSESSED', 60, '已自评', 'Self-assessed'),
    ('APPLIED', 70, '已申请', 'Applied'),
    ('ACCEPTED', 80, '已受理', 'Accepted'),
    ('VALIDATION_SCHEDULED', 90, '已安排认证', 'Validation scheduled'),
    ('VALIDATED', 100, '已实地认证', 'Validated'),
    ('CORRECTION', 110, '整改中', 'Correction'),
    ('REFUSED', 120, '不予通过', 'Refused'),
    ('AEO', 130, '已成为AEO', 'AEO'),
    ('RECHECK_DUE', 140, '待复核', 'Re-check due'),
    ('KEPT', 150, '复核通过', 'Kept'),
    ('SUSPENDED', 160, '暂停适用', 'Suspended'),
    ('DOWNGRADED', 170, '已降级', 'Downgraded'),
    ('WITHDRAWN', 180, '已撤回或放弃', 'Withdrawn');
create table journey_transition (
    from_step text not null references journey_step,
    to_step   text not null references journey_step,
    primary key (from_step, to_step)
);
comment on table journey_transition is 'reference: which step may follow which';
insert into journey_transition (from_step, to_step)
    select t.from_step, unnest(string_to_array(t.next, ' ')) from (values
        ('PROSPECT', 'CONTACTED BRIEFED INTERESTED CULTIVATION SELF_ASSESSED APPLIED'),
        ('CONTACTED', 'BRIEFED INTERESTED CULTIVATION SELF_ASSESSED APPLIED'),
        ('BRIEFED', 'INTERESTED CULTIVATION SELF_ASSESSED APPLIED'),
        ('INTERESTED', 'CULTIVATION SELF_ASSESSED APPLIED'),
        ('CULTIVATION', 'SELF_ASSESSED APPLIED'),
        ('SELF_ASSESSED', 'CULTIVATION APPLIED'),
        ('APPLIED', 'ACCEPTED CULTIVATION WITHDRAWN'),
        ('ACCEPTED', 'VALIDATION_SCHEDULED WITHDRAWN'),
        ('VALIDATION_SCHEDULED', 'VALIDATED WITHDRAWN'),
        ('VALIDATED', 'AEO CORRECTION REFUSED KEPT DOWNGRADED WITHDRAWN'),
        ('CORRECTION', 'VALIDATION_SCHEDULED VALIDATED AEO REFUSED KEPT DOWNGRADED WITHDRAWN'),
        ('REFUSED', 'INTERESTED CULTIVATION SELF_ASSESSED APPLIED'),
        ('AEO', 'RECHECK_DUE SUSPENDED DOWNGRADED WITHDRAWN'),
        ('RECHECK_DUE', 'VALIDATION_SCHEDULED KEPT CORRECTION SUSPENDED DOWNGRADED WITHDRAWN'),
        ('KEPT', 'RECHECK_DUE SUSPENDED DOWNGRADED WITHDRAWN'),
        ('SUSPENDED', 'AEO RECHECK_DUE KEPT DOWNGRADED WITHDRAWN'),
        ('DOWNGRADED', 'INTERESTED CULTIVATION SELF_ASSESSED APPLIED'),
        ('WITHDRAWN', 'INTERESTED CULTIVATION SELF_ASSESSED APPLIED')) t (from_step, next);

create sequence journey_entry_seq start with 50 increment by 50;
create table journey_entry (
    id            bigint primary key default nextval('journey_entry_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    step          text not null references journey_step,
    -- The step before it, and since when, for going back when this one was a mistake.
    from_step     text not null references journey_step,
    from_since    date,
    happened_on   date not null,
    note          text,
    -- The unit that recorded it, as it was then.
    unit_then     bigint not null references unit,
    account_id    bigint not null references account,
    created_at    timestamptz not null default now(),
    retracted_at  timestamptz,
    retracted_by  bigint references account,
    retract_note  text,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check ((retracted_at is null) = (retract_note is null))
);
comment on table journey_entry is 'scoped: steps an enterprise took, the present one included; one recorded by mistake stays, retracted with the reason';
create index journey_entry_of on journey_entry (enterprise_id, happened_on, id);
create index journey_entry_scope on journey_entry (org_path, id);
create table journey_file (
    entry_id bigint not null references journey_entry,
    file_id  bigint not null references stored_file,
    primary key (entry_id, file_id)
);
comment on table journey_file is 'scoped: files that belong to a step, by the enterprise of the step';
create index journey_file_file on journey_file (file_id);
