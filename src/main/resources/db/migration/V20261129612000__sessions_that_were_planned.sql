-- A session may carry out what the plan of its campaign foresees on certain days; it stands in the calendar in its place.

alter table training_session add column planned_id bigint references planned_activity;
comment on column training_session.planned_id is 'the planned activity of its campaign it carries out';
create index training_session_planned on training_session (planned_id) where planned_id is not null;
grant update (planned_id) on training_session to ${app};
