-- A mail waits for earlier ones to the same person.
create index mail_order on mail (recipient, id) where status in ('WAITING', 'SENDING');
-- What was given up is looked for among all that was ever sent.
create index mail_dead on mail (id) where status = 'DEAD';
