-- Contacts in which feedback on a policy was heard are few among many, and asked for by all levels.
create index touchpoint_heard on touchpoint (id) where heard;
