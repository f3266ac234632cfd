-- A campaign of a house has an approved plan as soon as it is approved. Where freezing fails it becomes a draft again:
-- what was noted of that plan goes with it, so that the draft can be changed and discarded.

alter table campaign_plan_edition drop constraint campaign_plan_edition_plan_id_fkey,
    add constraint campaign_plan_edition_plan_id_fkey foreign key (plan_id) references campaign_plan on delete cascade;
