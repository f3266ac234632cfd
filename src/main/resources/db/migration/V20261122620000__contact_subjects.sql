-- What a contact was about becomes a reference: a kind, the name of a known thing, and the words. Names are open, so
-- that the library can bring policies and guides; those of criteria and arrangements are known here already.

create table contact_subject (
    ref         text collate "C" primary key check (ref ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    kind        text not null check (kind in ('CRITERION', 'ARRANGEMENT')),
    position    int not null unique,
    number      text,
    category_zh text not null,
    category_en text not null,
    title_zh    text not null,
    title_en    text not null,
    status      text not null,
    source      text not null,
    certainty   text not null
);
comment on table contact_subject is 'reference: items of the standard and arrangements of mutual recognition a contact can be about; loaded at every start from reference/contact-subjects.csv';
comment on column contact_subject.certainty is 'how sure we are of the row; nothing was read at the official place';
alter table contact_subject enable row level security;
create policy contact_subject_read on contact_subject for select using (true);
grant select on contact_subject to ${app};

-- It was never written: nothing had numbers to refer to.
alter table touchpoint_subject alter column reference_id type text using null;
alter table touchpoint_subject rename column reference_id to ref;
alter table touchpoint_subject
    add constraint touchpoint_subject_ref check (ref is null or ref ~ '^[a-z0-9][a-z0-9-]{0,99}$' and kind <> 'OTHER');
comment on column touchpoint_subject.ref is 'name of the thing it was about: of contact_subject for criteria and arrangements, of the library for policies and guides; null: only words';
create index touchpoint_subject_of on touchpoint_subject (ref collate "C", touchpoint_id) where ref is not null;
-- Other words are found by their beginning: under row-level security an index is used for comparisons only.
create index touchpoint_subject_words on touchpoint_subject (text collate "C", touchpoint_id) where ref is null;
