-- How a unit spreads questions among its officers. Without a row they wait in its queue until somebody takes them.

create table enquiry_routing (
    unit_id     bigint primary key,
    org_path    text collate "C" not null,
    spread      text not null check (spread in ('QUEUE', 'ROUND_ROBIN')),
    last_officer bigint references account,
    version     bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_routing is 'scoped: how a unit spreads questions that no coordinator and no officer for the topic takes';
comment on column enquiry_routing.last_officer is 'who got the last one in turn';

create table enquiry_topic_officer (
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    topic      text not null references library_topic,
    account_id bigint not null references account,
    primary key (unit_id, topic, account_id),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_topic_officer is 'scoped: officers of a unit to whom questions on a topic go first';
create index enquiry_topic_officer_scope on enquiry_topic_officer (org_path);

alter table enquiry_routing enable row level security;
alter table enquiry_topic_officer enable row level security;
create policy enquiry_routing_read on enquiry_routing for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enquiry_routing_write on enquiry_routing to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy enquiry_topic_officer_read on enquiry_topic_officer for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enquiry_topic_officer_write on enquiry_topic_officer to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on enquiry_routing to ${app};
grant update (spread, last_officer, version) on enquiry_routing to ${app};
grant select, insert, delete on enquiry_topic_officer to ${app};
