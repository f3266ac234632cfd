-- What came of a campaign that is offered as a template: whoever may adopt it sees both sums, none of them under five, nor
-- those not reached.
create function campaign_offered_result(campaign bigint) returns table (in_scope bigint, reached bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select s.scope, s.reached
    from (select sum(f.enterprises) as scope,
                 coalesce(sum(f.enterprises) filter (where f.state = 'REACHED'), 0)::bigint as reached
              from campaign_figure f join campaign c on c.id = f.campaign_id and c.template
              where f.campaign_id = $1 and f.dimension = 'ALL'
                  and nullif(current_setting('app.lo', true), '') is not null) s
    where s.reached >= 5 and s.scope - s.reached >= 5
$$;
revoke all on function campaign_offered_result from public;
grant execute on function campaign_offered_result to ${app};
