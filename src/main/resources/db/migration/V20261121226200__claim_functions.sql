-- The ways across scope that claims need: who claims is nobody yet.

-- What becomes of a claim. UNKNOWN: nothing is kept; TAKEN: the administrators are to be told; FULL: five wait already;
-- LINK: the link goes to the address on file; OFFICER: the house decides. The id is drawn in every case.
create function claim_enterprise(code text, claimant text, claimant_mail text, claimant_language text, words text,
                                 by_officer boolean, hash bytea, until timestamptz, on_day date)
    returns table (outcome text, claim_id bigint, enterprise_id bigint, name_zh text, name_en text, mail_on_file text,
                   org_path text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    e enterprise%rowtype;
    claim bigint := nextval('enterprise_claim_seq');
    by_link boolean;
begin
    select * into e from enterprise x where x.customs_code = code and x.suspended_at is null;
    if e.id is null then
        return query select 'UNKNOWN', claim, null::bigint, null::text, null::text, null::text, '0000.'::text;
        return;
    end if;
    if exists (select from enterprise_administrators(e.id, on_day)) then
        return query select 'TAKEN', claim, e.id, e.name_zh, e.name_en, null::text, e.org_path;
        return;
    end if;
    perform pg_advisory_xact_lock(226002, hashint8(e.id));
    if (select count(*) from enterprise_claim c where c.enterprise_id = e.id and c.status = 'WAITING') >= 5 then
        return query select 'FULL', claim, e.id, e.name_zh, e.name_en, null::text, e.org_path;
        return;
    end if;
    by_link := e.mail_on_file is not null and not by_officer;
    insert into enterprise_claim (id, enterprise_id, unit_id, org_path, name, mail, language, statement, way)
        values (claim, e.id, e.unit_id, e.org_path, claimant, claimant_mail, claimant_language, words,
                case when by_link then 'MAIL' else 'OFFICER' end);
    if by_link then
        insert into enterprise_link (token_hash, purpose, record_id, expires_at) values (hash, 'CLAIM', claim, until);
    end if;
    return query select case when by_link then 'LINK' else 'OFFICER' end, claim, e.id, e.name_zh, e.name_en,
        case when by_link then e.mail_on_file end, e.org_path;
end
$$;

-- The claim behind a link that can still be used.
create function claim_of_link(hash bytea, at_time timestamptz)
    returns table (claim_id bigint, name text, mail text, language text, statement text, created_at timestamptz,
                   enterprise_zh text, enterprise_en text, customs_code text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select c.id, c.name, c.mail, c.language, c.statement, c.created_at, e.name_zh, e.name_en, e.customs_code
        from enterprise_link l join enterprise_claim c on c.id = l.record_id join enterprise e on e.id = c.enterprise_id
        where l.token_hash = hash and l.purpose = 'CLAIM' and l.used_at is null and l.expires_at > at_time
            and c.status = 'WAITING' and e.suspended_at is null
$$;

-- Decides a claim and, when it is confirmed, makes its author the administrator of the enterprise; other claims to it
-- are over. No row when the claim waits no longer or somebody administers the enterprise by now.
create function decide_claim(wanted bigint, confirmed boolean, at_time timestamptz, on_day date)
    returns table (claim_id bigint, enterprise_id bigint, org_path text, account_id bigint, made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    c enterprise_claim%rowtype;
    admitted record;
begin
    select * into c from enterprise_claim x where x.id = wanted;
    if c.id is null then
        return;
    end if;
    perform pg_advisory_xact_lock(226002, hashint8(c.enterprise_id));
    select * into c from enterprise_claim x where x.id = wanted and x.status = 'WAITING' for update;
    if c.id is null then
        return;
    end if;
    if not confirmed then
        update enterprise_claim x set status = 'REFUSED', decided_at = at_time, version = x.version + 1 where x.id = c.id;
        return query select c.id, c.enterprise_id, c.org_path, null::bigint, false;
        return;
    end if;
    if exists (select from enterprise_administrators(c.enterprise_id, on_day)) then
        return;
    end if;
    -- Somebody who was a user without administering it starts anew as its administrator.
    update enterprise_member m set ended_at = at_time, version = m.version + 1
        from account a where a.id = m.account_id and m.enterprise_id = c.enterprise_id and m.ended_at is null
            and a.kind = 'ENTERPRISE' and lower(a.mail) = lower(c.mail);
    select * into admitted from admit_member(c.enterprise_id, c.name, null, c.mail, c.language,
        'ADMINISTER,ASK,REGISTER,ANSWER_SURVEYS,SELF_ASSESS', on_day, null);
    if admitted.member_id is null then
        return;
    end if;
    update enterprise_claim x set status = 'CONFIRMED', decided_at = at_time, account_id = admitted.account_id,
        version = x.version + 1 where x.id = c.id;
    update enterprise_claim x set status = 'SUPERSEDED', decided_at = at_time, version = x.version + 1
        where x.enterprise_id = c.enterprise_id and x.status = 'WAITING';
    return query select c.id, c.enterprise_id, c.org_path, admitted.account_id, admitted.made;
end
$$;

-- Decides the claim behind a link, once: of two at the same time one gets the row.
create function decide_claim_by_link(hash bytea, confirmed boolean, at_time timestamptz, on_day date)
    returns table (claim_id bigint, enterprise_id bigint, org_path text, account_id bigint, made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    claim bigint;
begin
    update enterprise_link l set used_at = at_time
        where l.token_hash = hash and l.purpose = 'CLAIM' and l.used_at is null and l.expires_at > at_time
        returning l.record_id into claim;
    if claim is null then
        return;
    end if;
    return query select * from decide_claim(claim, confirmed, at_time, on_day);
end
$$;

-- The same by an officer in whose writing range the claim lies.
create function decide_claim_by_officer(wanted bigint, confirmed boolean, at_time timestamptz, on_day date)
    returns table (claim_id bigint, enterprise_id bigint, org_path text, account_id bigint, made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from enterprise_claim c where c.id = wanted
            and c.org_path >= nullif(current_setting('app.write_lo', true), '')
            and c.org_path < current_setting('app.write_hi', true)) then
        raise insufficient_privilege;
    end if;
    return query select * from decide_claim(wanted, confirmed, at_time, on_day);
end
$$;

revoke all on function claim_enterprise, claim_of_link, decide_claim, decide_claim_by_link, decide_claim_by_officer
    from public;
-- decide_claim is only for the two functions that check who decides.
grant execute on function claim_enterprise, claim_of_link, decide_claim_by_link, decide_claim_by_officer to ${app};
