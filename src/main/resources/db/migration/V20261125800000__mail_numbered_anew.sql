-- A mailbox made anew, or on another server, may give its numbers once more, under the same UIDVALIDITY: a mail is known by
-- its content, and where it lay is only a fact about it.
alter table inbound_mail drop constraint inbound_mail_mailbox_id_uidvalidity_uid_key;
create index inbound_mail_place on inbound_mail (mailbox_id, uidvalidity, uid);
