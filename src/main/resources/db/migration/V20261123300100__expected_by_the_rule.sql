-- What is to be reached goes by the rule members are judged by: an audience without a text of its own by that for all.
create or replace function campaign_target(campaign bigint, path text) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(sum(ceil(f.enterprises * a.expected / 100.0)), 0)::bigint
    from (select audience, sum(enterprises) as enterprises from campaign_figure
          where campaign_id = campaign and dimension = 'ALL' and house_path >= path
              and house_path < left(path, -1) || '/' group by audience) f
        cross join lateral (select r.expected from campaign_audience r where r.campaign_id = campaign
            and r.audience in (f.audience, 'ALL') order by (r.audience = f.audience) desc limit 1) a
$$;
