-- Answers sent to many askers in one go are seen and taken back together by who sent them.
create sequence enquiry_batch_seq;
alter table enquiry_message add column batch bigint;
comment on column enquiry_message.batch is 'number under which its author sent it with others in one go, or null';
create index enquiry_message_batch on enquiry_message (batch) where batch is not null;
grant update (batch) on enquiry_message to ${app};
grant usage on sequence enquiry_batch_seq to ${app};
