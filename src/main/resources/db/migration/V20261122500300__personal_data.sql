-- Erasure of persons and how long each kind of personal data is kept.

create table retention_rule (
    kind   text primary key check (kind in ('CONSENT_WITHDRAWN', 'PERSON_ENDED', 'RECORD_VIEW')),
    months int not null check (months between 1 and 240),
    zh     text not null,
    en     text not null
);
comment on table retention_rule is 'reference: after how many months personal data of a kind goes';
-- A proposal to begin with; the person in charge of personal data sets them.
insert into retention_rule (kind, months, zh, en) values
    ('CONSENT_WITHDRAWN', 1, '已撤回同意的联系人', 'Contact persons who withdrew their consent'),
    ('PERSON_ENDED', 24, '已停用的联系人', 'Contact persons who are no contact any more'),
    ('RECORD_VIEW', 36, '企业查看记录', 'Views of enterprises');
alter table retention_rule enable row level security;
create policy retention_rule_read on retention_rule for select using (true);
create policy retention_rule_change on retention_rule for update to ${app} using (
    nullif(current_setting('app.write_lo', true), '') = '0000.');
grant select on retention_rule to ${app}, ${jobs};
grant update (months) on retention_rule to ${app};

-- Takes a person out of his row and out of mail that was written to an address nobody else uses. The row stays, so that
-- who was met how often can still be counted. A room that keeps a name elsewhere takes it out when erased_at is set.
create function take_person_out(wanted bigint) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    p contact_person%rowtype;
begin
    select * into p from contact_person c where c.id = wanted and c.erased_at is null for update;
    if p.id is null then
        return null;
    end if;
    update contact_person c set name_zh = '***', name_en = null, position_zh = null, position_en = null, mail = null,
            phone = null, preferred_channel = null, end_reason = null, ended_at = coalesce(c.ended_at, now()),
            erased_at = now(), version = c.version + 1
        where c.id = p.id;
    if p.mail is not null
        and not exists (select from contact_person o where lower(o.mail) = lower(p.mail))
        and not exists (select from account a where lower(a.mail) = lower(p.mail))
        and not exists (select from enterprise e where lower(e.mail_on_file) = lower(p.mail)) then
        update mail m set recipient = 'erased@invalid', recipient_name = '***', subject = '***', body_text = '***',
                body_html = '***', version = m.version + 1
            where lower(m.recipient) = lower(p.mail) and m.status in ('SENT', 'DEAD');
    end if;
    return p.org_path;
end
$$;

-- The same for whoever may change the person.
create function erase_contact_person(wanted bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from contact_person c where c.id = wanted
            and c.org_path >= nullif(current_setting('app.write_lo', true), '')
            and c.org_path < current_setting('app.write_hi', true)) then
        raise insufficient_privilege;
    end if;
    return take_person_out(wanted) is not null;
end
$$;

-- What is over by the rules: up to so many persons at a time. For the schedule only.
create function apply_retention(on_day date, most int) returns table (kind text, person bigint)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    due record;
    path text;
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    for due in
        select c.id, r.kind from contact_person c join retention_rule r
            on (r.kind = 'CONSENT_WITHDRAWN' and c.legal_basis = 'CONSENT'
                    and c.consent_withdrawn_on + make_interval(months => r.months) <= on_day)
                or (r.kind = 'PERSON_ENDED'
                    and (c.ended_at at time zone 'Asia/Shanghai') + make_interval(months => r.months) <= on_day)
            where c.erased_at is null order by c.id limit most
    loop
        path := take_person_out(due.id);
        if path is not null then
            perform audit_append('privacy.retain', 'contact_person', due.id::text, path,
                                 jsonb_build_object('rule', jsonb_build_array(null, due.kind)));
            kind := due.kind;
            person := due.id;
            return next;
        end if;
    end loop;
end
$$;
revoke all on function take_person_out, erase_contact_person, apply_retention from public;
grant execute on function erase_contact_person, apply_retention to ${app};
