-- What the registry shows of the ledger, and people who were met.

-- The last contact of an enterprise, found anew from the ledger: right after corrections and withdrawals too.
create function enterprise_last_contact(wanted bigint) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    update enterprise e set last_contact_on = l.on_day, last_strength = l.strength
        from (select max(x.on_day) as on_day, max(x.strength) as strength
                  from (select (p.at at time zone 'Asia/Shanghai')::date as on_day, p.strength
                            from touchpoint_party p
                            where p.enterprise_id = wanted and p.withdrawn_at is null
                            order by p.at desc, p.id desc limit 1) x) l
        where e.id = wanted and (e.last_contact_on, e.last_strength) is distinct from (l.on_day, l.strength)
$$;

create function touchpoint_party_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if new.enterprise_id is not null then
        perform enterprise_last_contact(new.enterprise_id);
    end if;
    if tg_op = 'UPDATE' and old.enterprise_id is distinct from new.enterprise_id and old.enterprise_id is not null then
        perform enterprise_last_contact(old.enterprise_id);
    end if;
    return null;
end
$$;
create trigger touchpoint_party_changed after insert or update of at, strength, withdrawn_at, enterprise_id
    on touchpoint_party for each row execute function touchpoint_party_changed();
revoke all on function enterprise_last_contact, touchpoint_party_changed from public;

alter table touchpoint_party add foreign key (partner_id) references partner_organisation;

create table touchpoint_person (
    touchpoint_id bigint not null references touchpoint,
    person_id     bigint not null references contact_person,
    primary key (touchpoint_id, person_id)
);
comment on table touchpoint_person is 'scoped: contact persons met; seen with the text, and their names by those who may see the person';
create index touchpoint_person_person on touchpoint_person (person_id);
alter table touchpoint_person enable row level security;
create policy touchpoint_person_read on touchpoint_person for select to ${app} using (
    exists (select from touchpoint t where t.id = touchpoint_id));
create policy touchpoint_person_write on touchpoint_person to ${app} using (exists (
    select from touchpoint t where t.id = touchpoint_id
        and t.org_path >= nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true)));
grant select, insert, delete on touchpoint_person to ${app};
