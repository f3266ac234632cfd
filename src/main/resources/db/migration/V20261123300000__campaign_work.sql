-- Working a house's list, and the lists behind the figures of coverage.

alter table campaign_member add column spread boolean not null default false;
comment on column campaign_member.spread is 'given to its officer by the last spread, which can be undone until work has started';
grant update (spread) on campaign_member to ${app};
