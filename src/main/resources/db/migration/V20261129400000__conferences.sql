-- A conference is a session under which others stand: its plenaries, keynotes and break-outs. Who comes registers for the
-- whole; a break-out has seats of its own besides.

alter table training_session
    add parent_id bigint references training_session,
    add part      text check (part in ('PLENARY', 'KEYNOTE', 'BREAKOUT')),
    add track_id  bigint,
    add check ((parent_id is null) = (part is null)),
    add check (track_id is null or parent_id is not null);
comment on column training_session.parent_id is 'the conference it is a part of; null: it stands by itself';
comment on column training_session.part is 'PLENARY and KEYNOTE are for all delegates; for a BREAKOUT each registers';
create index training_session_parts on training_session (parent_id, starts_at, id) where parent_id is not null;

create sequence training_track_seq start with 50 increment by 50;
create table training_track (
    id         bigint primary key default nextval('training_track_seq'),
    session_id bigint not null references training_session,
    name_zh    text not null check (name_zh <> ''),
    name_en    text check (name_en <> ''),
    position   int not null,
    unique (session_id, name_zh),
    unique (id, session_id)
);
comment on table training_track is 'published: tracks of a conference, its columns where parts run side by side; of drafts only who sees the draft';
alter table training_session add foreign key (track_id, parent_id) references training_track (id, session_id);
create index training_session_track on training_session (track_id) where track_id is not null;

create sequence training_speaker_seq start with 50 increment by 50;
create table training_speaker (
    id              bigint primary key default nextval('training_speaker_seq'),
    session_id      bigint not null references training_session,
    name_zh         text not null check (name_zh <> ''),
    name_en         text check (name_en <> ''),
    post_zh         text check (post_zh <> ''),
    post_en         text check (post_en <> ''),
    organisation_zh text check (organisation_zh <> ''),
    organisation_en text check (organisation_en <> ''),
    position        int not null
);
comment on table training_speaker is 'published: who speaks in a part of a conference, in order; of drafts only who sees the draft';
create index training_speaker_of on training_speaker (session_id, position, id);

create sequence training_delegate_type_seq start with 50 increment by 50;
create table training_delegate_type (
    id         bigint primary key default nextval('training_delegate_type_seq'),
    session_id bigint not null references training_session,
    name_zh    text not null check (name_zh <> ''),
    name_en    text check (name_en <> ''),
    seats      int check (seats between 1 and 100000),
    position   int not null,
    unique (session_id, name_zh),
    unique (id, session_id)
);
comment on table training_delegate_type is 'published: as what one comes to a conference, with the seats of each; of drafts only who sees the draft';
comment on column training_delegate_type.seats is 'seats for these alone, and all they have; null: they share those of everybody else';

alter table training_registration
    add delegate_type bigint,
    add delegate_id   bigint references training_registration,
    add foreign key (delegate_type, session_id) references training_delegate_type (id, session_id);
comment on column training_registration.delegate_type is 'as what he comes, where the session has types of delegates';
comment on column training_registration.delegate_id is 'his registration for the whole conference, where this is for a part of it';
create index training_registration_delegate on training_registration (delegate_id) where delegate_id is not null;
create index training_registration_type on training_registration (delegate_type) where delegate_type is not null;

alter table training_track enable row level security;
alter table training_speaker enable row level security;
alter table training_delegate_type enable row level security;
create policy training_track_read on training_track for select to ${app} using (
    exists (select from training_offer o where o.id = session_id)
    or exists (select from training_session s where s.id = session_id));
create policy training_speaker_read on training_speaker for select to ${app} using (
    exists (select from training_offer o where o.id = session_id)
    or exists (select from training_session s where s.id = session_id));
create policy training_delegate_type_read on training_delegate_type for select to ${app} using (
    exists (select from training_offer o where o.id = session_id)
    or exists (select from training_session s where s.id = session_id));
create policy training_track_write on training_track to ${app} using (exists (
    select from training_session s where s.id = session_id and training_written_below(s.org_path)));
create policy training_speaker_write on training_speaker to ${app} using (exists (
    select from training_session s where s.id = session_id and training_written_below(s.org_path)));
create policy training_delegate_type_write on training_delegate_type to ${app} using (exists (
    select from training_session s where s.id = session_id and training_written_below(s.org_path)));
-- A part that nobody has seen yet can be taken away again.
create policy training_session_part_removed on training_session for delete to ${app} using (
    parent_id is not null and status = 'DRAFT' and training_written_below(org_path));
grant select, insert, delete on training_track, training_speaker, training_delegate_type to ${app};
grant update (name_en, seats) on training_delegate_type to ${app};
grant update (part, track_id) on training_session to ${app};
grant delete on training_session to ${app};
grant usage on sequence training_track_seq, training_speaker_seq, training_delegate_type_seq to ${app};
-- Its seats, which nobody holds, go with it.
alter table training_seat_pool drop constraint training_seat_pool_session_id_fkey,
    add foreign key (session_id) references training_session on delete cascade;
alter table training_speaker drop constraint training_speaker_session_id_fkey,
    add foreign key (session_id) references training_session on delete cascade;

create view training_part as
    select s.id, s.parent_id, s.part, s.track_id, s.number, s.title_zh, s.title_en, s.text_zh, s.text_en, s.starts_at,
        s.ends_at, s.zone, s.place_zh, s.place_en, s.link is not null as online, s.capacity, s.status, s.reason
    from training_session s where s.parent_id is not null and s.published_at is not null;
comment on view training_part is 'published: parts of conferences that are out, without what only attendees are told';
grant select on training_part to ${app};
