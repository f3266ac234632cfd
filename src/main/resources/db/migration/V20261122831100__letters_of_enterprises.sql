-- Letters to the people of an enterprise stand in its history. They stay with the unit that wrote them, wherever the
-- enterprise goes, and in the outbox when it is taken out of the registry with the import that brought it.
alter table mail add enterprise_id bigint references enterprise on delete set null;
comment on column mail.enterprise_id is 'the enterprise to whose people it was written; null for a letter to anybody else';
create index mail_enterprise on mail (enterprise_id, created_at, id) where enterprise_id is not null;
