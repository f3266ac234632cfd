-- What was answered so long ago and not written to since; for nobody who is signed in.
create index enquiry_answered_open on enquiry (answered_at) where answered_at is not null and closed_at is null;
create function enquiry_answered_over(before timestamptz, most int)
    returns table (enquiry bigint, desk text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        select e.id, w.desk_path::text from enquiry e join enquiry_work w on w.enquiry_id = e.id
            where e.answered_at <= before and e.closed_at is null and w.status = 'ANSWERED'
            order by e.answered_at limit most;
end
$$;
comment on function enquiry_answered_over is 'answered enquiries whose askers have not written again for a time, and whose turn they are; for nobody who is signed in';
revoke execute on function enquiry_answered_over from public;
grant execute on function enquiry_answered_over to ${app};
