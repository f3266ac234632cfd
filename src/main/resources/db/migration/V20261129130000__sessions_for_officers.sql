-- Sessions for officers, such as those who validate: every audience a course may have, officers alone or not at all.
alter table training_session drop constraint training_session_audience_check,
    add constraint training_session_audience_check check (cardinality(audience) > 0
        and audience <@ array['ALL', 'PROSPECTIVE', 'AEO', 'SME', 'CBEC', 'OFFICERS']
        and (not 'OFFICERS' = any (audience) or cardinality(audience) = 1));

-- Whatever way somebody comes, to officers' sessions come officers, each for himself.
create function training_registration_whose() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from training_session s where s.id = new.session_id and 'OFFICERS' = any (s.audience))
            and (new.enterprise_id is not null or not exists (
                select from account a where a.id = new.account_id and a.kind = 'OFFICER')) then
        raise exception 'this session is for officers' using errcode = '23514';
    end if;
    return new;
end
$$;
comment on function training_registration_whose is 'keeps enterprises and strangers out of sessions for officers';
revoke all on function training_registration_whose from public;
create trigger training_registration_whose before insert on training_registration
    for each row execute function training_registration_whose();
