-- A handover takes the new coordinator out of the team of an enterprise, since he owns it now; taking the handover back
-- puts him into it again.
alter table handover_item add member_id bigint references coordination;
comment on column handover_item.member_id is 'the place the new coordinator had in the team until then, or null';
create index handover_item_member on handover_item (member_id) where member_id is not null;
