-- Attendance once it is closed: who was there and who was not, and the contacts it makes in the ledger.

create table training_contact (
    touchpoint_id bigint primary key references touchpoint,
    session_id    bigint not null,
    session_path  text collate "C" not null,
    digest        text not null,
    foreign key (session_id, session_path) references training_session (id, org_path) on update cascade
);
comment on table training_contact is 'scoped: contacts noted in the ledger for attendance at a session, one for each enterprise, by the path of its organiser';
comment on column training_contact.digest is 'who of the enterprise was there when it was noted last; empty: nobody was after all, but something relies on it';
create index training_contact_session on training_contact (session_id);
alter table training_contact enable row level security;
create policy training_contact_read on training_contact for select to ${app} using (
    session_path >= nullif(current_setting('app.lo', true), '') and session_path < current_setting('app.hi', true));
create policy training_contact_add on training_contact for insert to ${app} with check (
    session_path >= nullif(current_setting('app.write_lo', true), '') and session_path < current_setting('app.write_hi', true));
create policy training_contact_change on training_contact for update to ${app} using (
    session_path >= nullif(current_setting('app.write_lo', true), '') and session_path < current_setting('app.write_hi', true));
grant select, insert on training_contact to ${app};
grant update (digest) on training_contact to ${app};

-- Everybody who was to come and everybody who came. Walk-ins bear the number of their attendance, below zero.
create view training_roster with (security_invoker = true) as
    select r.id, r.session_id, r.id as registration_id, a.id as attendance_id, r.number, r.name, r.mail, r.enterprise_id,
            r.unit_id, r.org_path, r.organisation, r.language, a.arrived_at, a.left_at, a.minutes, a.way, a.reason,
            case when a.counts then 'PRESENT' when a.id is not null then 'SHORT' when s.status = 'HELD' then 'ABSENT'
                else 'EXPECTED' end as state
        from training_registration r join training_session s on s.id = r.session_id
            left join training_attendance a on a.registration_id = r.id
        where r.status in ('OFFERED', 'REGISTERED') or a.id is not null
    union all
    select -a.id, a.session_id, null, a.id, null, a.name, a.mail, a.enterprise_id, a.unit_id, a.org_path, a.organisation,
            a.language, a.arrived_at, a.left_at, a.minutes, a.way, a.reason, case when a.counts then 'PRESENT' else 'SHORT' end
        from training_attendance a where a.registration_id is null;
comment on view training_roster is 'who was to come to a session and who came, as far as the viewer sees registrations and attendance';
grant select on training_roster to ${app};

-- Whoever's time is known is judged anew by the rule the session of the viewer's has now.
create function training_recounted(of_session bigint) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    changed int;
begin
    select * into s from training_session t where t.id = of_session and training_written_below(t.org_path) for share;
    update training_attendance a set counts = training_enough(s, a.minutes), version = version + 1
        where a.session_id = s.id and a.minutes is not null and a.counts <> training_enough(s, a.minutes);
    get diagnostics changed = row_count;
    return changed;
end
$$;
revoke all on function training_recounted from public;
grant execute on function training_recounted to ${app};
