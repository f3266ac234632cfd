-- A mail waits for earlier ones to the same person.
create index mail_order on mail (recipient, id) where status in ('WAITING', 'SENDING');
