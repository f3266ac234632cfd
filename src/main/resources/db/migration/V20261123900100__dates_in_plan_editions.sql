-- Dated activities belong to what a plan says: its editions hold them as they stand once it is approved.
create function campaign_plan_dates(wanted bigint, written boolean) returns jsonb
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select jsonb_strip_nulls(coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', s.kind, 'titleZh', s.title_zh,
        'titleEn', s.title_en, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'place', s.place,
        'unit', case when s.unit_id <> p.unit_id then u.code end) order by a.id), '[]'))
    from planned_activity a join campaign_plan p on p.id = a.plan_id
        join lateral (select d.* from planned_activity d where d.id = a.id or written and d.replaces_id = a.id
            order by d.replaces_id nulls last limit 1) s on true
        join unit u on u.id = s.unit_id
    where a.plan_id = wanted and a.replaces_id is null and a.status <> 'DROPPED'
        and (written and not a.dropping or not written and a.status <> 'PLANNED')
$$;
comment on function campaign_plan_dates is 'dated activities of a plan: with what is written and not yet approved, or as they stand';

create function campaign_plan_concerning(content jsonb, house text) returns jsonb
    language sql immutable
    set search_path = aeo, pg_temp
as $$
    select content || jsonb_build_object('activities', coalesce((
        select jsonb_agg(one order by place) from jsonb_array_elements(content -> 'activities') with ordinality x (one, place)
        where one ->> 'unit' is null or one ->> 'unit' = house), '[]'))
$$;
comment on function campaign_plan_concerning is 'what an edition of a plan says to a house: of dated activities its own and those of the whole unit';

create or replace function campaign_plan_approved() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    insert into campaign_plan_edition (plan_id, edition, content, approved_by)
    values (new.id, 1 + coalesce((select max(e.edition) from campaign_plan_edition e where e.plan_id = new.id), 0),
        campaign_plan_words(new) || jsonb_build_object('activities', campaign_plan_dates(new.id, true)), new.approved_by);
    return null;
end
$$;

-- What older editions said of dates is not known; nobody is asked to take note of what has not changed since.
update campaign_plan_edition e set content = e.content || jsonb_build_object('activities', campaign_plan_dates(e.plan_id, false));
