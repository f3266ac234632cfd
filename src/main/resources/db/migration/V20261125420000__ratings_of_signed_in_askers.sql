-- Who asked with an account may rate the answer beside his question too; it remains one rating, whichever way it comes.

create function enquiry_waits_for_rating(of_enquiry bigint) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from enquiry e where e.id = of_enquiry and e.stage = 'CLOSED' and e.answered_at is not null
        and e.enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and e.account_id = nullif(current_setting('app.account', true), '')::bigint
        and not exists (select from enquiry_rating r where r.enquiry_id = e.id))
$$;

create function enquiry_rated_by_asker(of_enquiry bigint, is_solved boolean, how_easy smallint, said text, at timestamptz)
    returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not enquiry_waits_for_rating(of_enquiry) then
        return false;
    end if;
    insert into enquiry_rating (enquiry_id, unit_id, org_path, solved, ease, words, rated_at)
        select e.id, e.unit_id, e.org_path, is_solved, how_easy, nullif(said, ''), at from enquiry e where e.id = of_enquiry
        on conflict (enquiry_id) do nothing;
    if not found then
        return false;
    end if;
    update enquiry_token t set used_at = at where t.enquiry_id = of_enquiry and t.purpose = 'RATE' and t.used_at is null;
    return true;
end
$$;
revoke all on function enquiry_waits_for_rating, enquiry_rated_by_asker from public;
grant execute on function enquiry_waits_for_rating, enquiry_rated_by_asker to ${app};
