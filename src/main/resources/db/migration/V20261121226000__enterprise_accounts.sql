-- Who may act for an enterprise: its own users with their rights, representatives it delegated rights to, and the
-- claim by which its first user gets in.

alter table enterprise
    add customs_code  text collate "C" unique check (customs_code ~ '^[0-9]{4}[0-9A-Z]{6}$'),
    add mail_on_file  text,
    add phone_on_file text,
    add suspended_at  timestamptz,
    add version       bigint not null default 0,
    add unique (id, unit_id, org_path);
-- The enterprises of a demonstration that is there already; 9999 is no number customs gives out.
update enterprise e set customs_code = d.code, mail_on_file = d.mail, phone_on_file = '000-00000000'
    from (values ('演示电子（深圳）有限公司', '5304999901', 'office.electronics@demo.invalid'),
                 ('演示纺织（上海）有限公司', '2210999902', 'office.textiles@demo.invalid')) d (name_zh, code, mail)
    where e.name_zh = d.name_zh and exists (select from installation i where i.key = 'demo' and i.value = 'true');
comment on column enterprise.suspended_at is 'since when nobody may act for the enterprise here, or null';
create policy enterprise_change on enterprise for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant update (suspended_at, version) on enterprise to ${app};

-- A representative may be a person of no enterprise here.
alter table account drop constraint account_check;
alter table account add constraint account_enterprise_kind check (kind = 'ENTERPRISE' or enterprise_id is null);
create index account_mail on account (lower(mail)) where kind = 'ENTERPRISE';
-- Who only represents an enterprise does not see its people.
alter policy account_read on account using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or id = nullif(current_setting('app.account', true), '')::bigint
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and nullif(current_setting('app.delegation', true), '') is null));

-- What somebody acts as stays a role in a unit, of an enterprise user: in the house of the enterprise he acts for.
alter table role_assignment add enterprise_id bigint references enterprise;
update role_assignment r set enterprise_id = a.enterprise_id
    from account a where a.id = r.account_id and r.role = 'ENTERPRISE_USER';
alter table role_assignment
    add constraint role_assignment_enterprise check ((role = 'ENTERPRISE_USER') = (enterprise_id is not null));
drop index role_assignment_once;
create unique index role_assignment_once on role_assignment (account_id, role, unit_id, coalesce(enterprise_id, 0))
    where valid_to is null;

create sequence enterprise_member_seq start with 50 increment by 50;
create table enterprise_member (
    id            bigint primary key default nextval('enterprise_member_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    account_id    bigint not null references account,
    name_zh       text not null check (name_zh <> ''),
    name_en       text,
    mail          text not null,
    rights        text not null check (rights ~ '^(ADMINISTER|ASK|REGISTER|ANSWER_SURVEYS|SELF_ASSESS)(,(ADMINISTER|ASK|REGISTER|ANSWER_SURVEYS|SELF_ASSESS))*$'),
    valid_from    date not null,
    valid_to      date,
    ended_at      timestamptz,
    end_reason    text,
    created_at    timestamptz not null default now(),
    version       bigint not null default 0,
    -- The path follows the enterprise to another house.
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check (valid_to is null or valid_from <= valid_to)
);
comment on table enterprise_member is 'scoped: the users of an enterprise, by the path of its house, with what they may do there, from a day to a day (both included)';
create unique index enterprise_member_once on enterprise_member (enterprise_id, account_id) where ended_at is null;
create index enterprise_member_account on enterprise_member (account_id);
create index enterprise_member_scope on enterprise_member (org_path, id);
insert into enterprise_member (enterprise_id, unit_id, org_path, account_id, name_zh, name_en, mail, rights, valid_from)
    select e.id, e.unit_id, e.org_path, a.id, a.name_zh, a.name_en, a.mail,
           'ADMINISTER,ASK,REGISTER,ANSWER_SURVEYS,SELF_ASSESS', min(r.valid_from)
    from role_assignment r join account a on a.id = r.account_id join enterprise e on e.id = r.enterprise_id
    where r.valid_to is null group by e.id, a.id;
alter table enterprise_member enable row level security;
create policy enterprise_member_read on enterprise_member for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and nullif(current_setting('app.delegation', true), '') is null)
    or account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy enterprise_member_change on enterprise_member for update to ${app} using (
    (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and 'ADMINISTER' = any (string_to_array(current_setting('app.rights', true), ','))));
grant select on enterprise_member to ${app};
grant update (rights, valid_to, ended_at, end_reason, version) on enterprise_member to ${app};

create sequence delegation_seq start with 50 increment by 50;
create table delegation (
    id                  bigint primary key default nextval('delegation_seq'),
    enterprise_id       bigint not null,
    unit_id             bigint not null,
    org_path            text collate "C" not null,
    -- Both sides by name as they were when it was made: neither may read the other's records.
    enterprise_zh       text not null,
    enterprise_en       text,
    representative_name text not null check (representative_name <> ''),
    representative_mail text not null,
    representative_firm text,
    language            text not null check (language in ('zh', 'en')),
    representative_id   bigint references account,
    rights              text not null check (rights ~ '^(ASK|REGISTER|ANSWER_SURVEYS|SELF_ASSESS)(,(ASK|REGISTER|ANSWER_SURVEYS|SELF_ASSESS))*$'),
    first_day           date not null,
    last_day            date not null,
    note                text,
    offered_at          timestamptz not null default now(),
    accepted_at         timestamptz,
    declined_at         timestamptz,
    revoked_at          timestamptz,
    ended_by            text check (ended_by in ('ENTERPRISE', 'REPRESENTATIVE', 'HOUSE')),
    end_reason          text,
    version             bigint not null default 0,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check (first_day <= last_day and last_day <= first_day + interval '2 years'),
    check ((accepted_at is null) = (representative_id is null)),
    check (accepted_at is null or declined_at is null)
);
comment on table delegation is 'scoped: rights an enterprise lends to a representative, by the path of its house, from a day to a day (both included)';
create index delegation_scope on delegation (org_path, id);
create index delegation_enterprise on delegation (enterprise_id);
create index delegation_representative on delegation (representative_id) where representative_id is not null;
create index delegation_open on delegation (lower(representative_mail)) where accepted_at is null;
alter table delegation enable row level security;
create policy delegation_read on delegation for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and nullif(current_setting('app.delegation', true), '') is null)
    or representative_id = nullif(current_setting('app.account', true), '')::bigint
    -- Offered to the address of this person, who has proved that it is his.
    or (representative_id is null and lower(representative_mail) =
        (select lower(a.mail) from account a where a.id = nullif(current_setting('app.account', true), '')::bigint
            and a.kind = 'ENTERPRISE')));
create policy delegation_offer on delegation for insert to ${app} with check (
    enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
    and 'ADMINISTER' = any (string_to_array(current_setting('app.rights', true), ',')));
create policy delegation_change on delegation for update to ${app} using (
    (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and 'ADMINISTER' = any (string_to_array(current_setting('app.rights', true), ',')))
    or representative_id = nullif(current_setting('app.account', true), '')::bigint
    or (representative_id is null and lower(representative_mail) =
        (select lower(a.mail) from account a where a.id = nullif(current_setting('app.account', true), '')::bigint
            and a.kind = 'ENTERPRISE')));
grant select, insert on delegation to ${app};
grant update (declined_at, revoked_at, ended_by, end_reason, version) on delegation to ${app};
grant usage on sequence delegation_seq to ${app};

create sequence enterprise_claim_seq start with 50 increment by 50;
create table enterprise_claim (
    id            bigint primary key default nextval('enterprise_claim_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    name          text not null check (name <> ''),
    mail          text not null,
    language      text not null check (language in ('zh', 'en')),
    statement     text not null,
    way           text not null check (way in ('MAIL', 'OFFICER')),
    status        text not null default 'WAITING' check (status in ('WAITING', 'CONFIRMED', 'REFUSED', 'SUPERSEDED')),
    created_at    timestamptz not null default now(),
    decided_at    timestamptz,
    decided_by    bigint references account,
    checked       text check (checked in ('LICENCE', 'CALL', 'COUNTER', 'OTHER')),
    note          text,
    account_id    bigint references account,
    version       bigint not null default 0,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    check ((status = 'WAITING') = (decided_at is null))
);
comment on table enterprise_claim is 'scoped: somebody says he acts for an enterprise without users; by the path of its house';
create index enterprise_claim_scope on enterprise_claim (org_path, id);
create index enterprise_claim_enterprise on enterprise_claim (enterprise_id);
alter table enterprise_claim enable row level security;
create policy enterprise_claim_read on enterprise_claim for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enterprise_claim_change on enterprise_claim for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy enterprise_claim_purge on enterprise_claim to ${jobs} using (true);
grant select on enterprise_claim to ${app};
grant update (status, decided_at, decided_by, checked, note, account_id, version) on enterprise_claim to ${app};
grant select, delete on enterprise_claim to ${jobs};

create table enterprise_link (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('CLAIM', 'DELEGATION')),
    record_id  bigint not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table enterprise_link is 'system: single-use links sent by mail, by the SHA-256 of their token; reached only through functions';
create index enterprise_link_expiry on enterprise_link (expires_at);
grant select, delete on enterprise_link to ${jobs};
