-- What our mail server found out about a mail that came in, and how long it is kept as it came.

alter table inbound_mail add spf text check (spf ~ '^[a-z]{1,20}$'), add dkim text check (dkim ~ '^[a-z]{1,20}$'),
    add dmarc text check (dmarc ~ '^[a-z]{1,20}$');
comment on column inbound_mail.spf is 'what the configured mail server says it found out about the sender (RFC 8601), likewise dkim and dmarc; null: nothing';
alter table inbound_mail add doubtful boolean not null default false;
comment on column inbound_mail.doubtful is 'whether it found that the mail is not from whom it says';

-- Whoever works on an enquiry sees it, wherever the enquiry has gone.
alter table enquiry_message add doubtful boolean not null default false;
comment on column enquiry_message.doubtful is 'whether it came by a mail that is not from whom it says, as far as our mail server could tell';
create function enquiry_message_doubted() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    new.doubtful := coalesce((select i.doubtful from inbound_mail i where i.id = new.inbound_id), false);
    return new;
end
$$;
revoke all on function enquiry_message_doubted from public;
create trigger enquiry_message_doubted before insert on enquiry_message
    for each row when (new.inbound_id is not null) execute function enquiry_message_doubted();

alter table inbound_mail alter column raw drop not null, add raw_gone_at timestamptz;
alter table inbound_mail add check ((raw is null) = (raw_gone_at is not null));
alter table inbound_mail add check (raw is not null or status = 'DONE');
comment on column inbound_mail.raw is 'the whole mail; of one that is too large its head; null: kept long enough, see raw_gone_at';
create index inbound_mail_old on inbound_mail (done_at) where raw is not null and status = 'DONE';
