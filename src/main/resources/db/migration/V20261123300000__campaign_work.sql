-- Working a house's list, and the lists behind the figures of coverage.

alter table campaign_member add column spread boolean not null default false;
comment on column campaign_member.spread is 'given to its officer by the last spread, which can be undone until work has started';
grant update (spread) on campaign_member to ${app};

create index campaign_member_work on campaign_member (campaign_id, org_path, priority, enterprise_id);
create index campaign_member_house on campaign_member (campaign_id, house_path, priority, enterprise_id);
