-- Mailings within a campaign. Letters go through the outbox a few at a time, and which text an enterprise gets is read
-- when its letter is written; what still waits in the outbox when the audience changes is taken back and written anew.

create sequence campaign_mailing_seq start with 50 increment by 50;
create table campaign_mailing (
    id           bigint primary key default nextval('campaign_mailing_seq'),
    campaign_id  bigint not null references campaign,
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    title_zh     text not null check (title_zh <> ''),
    title_en     text,
    purpose      text,
    conditions   text check (conditions <> ''),
    states       text[] not null check (cardinality(states) > 0
                     and states <@ array['UNTOUCHED', 'TOUCHED', 'REACHED', 'UNREACHABLE']),
    send_at      timestamptz,
    status       text not null default 'DRAFT'
                     check (status in ('DRAFT', 'REVIEW', 'APPROVED', 'SENDING', 'SENT', 'WITHDRAWN')),
    reason       text,
    stopped      boolean not null default false,
    place        bigint not null default 0,
    passed_over  boolean not null default false,
    written      boolean not null default false,
    job_id       bigint references job on delete set null,
    author_id    bigint not null references account,
    submitted_by bigint references account,
    approved_by  bigint references account,
    approved_at  timestamptz,
    started_at   timestamptz,
    ended_at     timestamptz,
    created_at   timestamptz not null default now(),
    changed_at   timestamptz not null default now(),
    version      bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (approved_by is null or approved_by not in (author_id, submitted_by)),
    check (status not in ('APPROVED', 'SENDING', 'SENT') or approved_by is not null)
);
comment on table campaign_mailing is 'scoped: a mailing of a unit within a campaign, by the path of the unit that sends it; read from there upward';
comment on column campaign_mailing.conditions is 'the JSON of a segment''s tree of conditions, asked when letters are written; null: every enterprise in scope';
comment on column campaign_mailing.states is 'in which states enterprises in scope get it; those excluded never do';
comment on column campaign_mailing.send_at is 'when it goes out at the earliest; null: as soon as it is approved';
comment on column campaign_mailing.reason is 'why it was returned to the author or withdrawn';
comment on column campaign_mailing.stopped is 'whether it was withdrawn because the campaign was over or withdrawn';
comment on column campaign_mailing.place is 'the enterprise up to which letters were written in the present round';
comment on column campaign_mailing.passed_over is 'whether somebody held an enterprise in the present round, so that another round is needed';
comment on column campaign_mailing.written is 'whether everybody was written to';
create index campaign_mailing_scope on campaign_mailing (org_path, campaign_id);
create index campaign_mailing_campaign on campaign_mailing (campaign_id, id);
create index campaign_mailing_open on campaign_mailing (id) where status in ('APPROVED', 'SENDING');

create table campaign_mailing_text (
    mailing_id bigint not null references campaign_mailing,
    audience   text not null check (audience in ('ALL', 'PROSPECTIVE', 'AEO')),
    subject_zh text not null check (subject_zh <> ''),
    body_zh    text not null check (body_zh <> ''),
    subject_en text,
    body_en    text,
    primary key (mailing_id, audience),
    check ((subject_en is null) = (body_en is null))
);
comment on table campaign_mailing_text is 'scoped: what a mailing says to each audience it is for; seen with the mailing';

create table campaign_mailing_editor (
    mailing_id bigint not null references campaign_mailing,
    account_id bigint not null references account,
    primary key (mailing_id, account_id)
);
comment on table campaign_mailing_editor is 'scoped: who wrote, changed or submitted a mailing and may therefore not approve it; seen with the mailing';

create table campaign_mailing_unit (
    mailing_id bigint not null references campaign_mailing,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    primary key (mailing_id, unit_id),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table campaign_mailing_unit is 'scoped: the units whose enterprises, and those of the units below, a mailing is for; none: all of the unit that sends it; seen with the mailing';

create sequence campaign_mailing_letter_seq start with 50 increment by 50;
create table campaign_mailing_letter (
    id            bigint primary key default nextval('campaign_mailing_letter_seq'),
    mailing_id    bigint not null references campaign_mailing,
    enterprise_id bigint not null references enterprise (id),
    person_id     bigint references contact_person (id),
    audience      text not null check (audience in ('ALL', 'PROSPECTIVE', 'AEO')),
    status        text not null check (status in ('WRITTEN', 'AGAIN', 'SENT', 'FAILED', 'WITHDRAWN', 'LEFT_OUT')),
    reason        text check (reason in ('NO_PERSON', 'NO_MAIL', 'OBJECTS', 'AUDIENCE', 'GONE')),
    mail_id       bigint references mail on delete set null,
    address_key   text,
    shared_with   bigint references campaign_mailing_letter,
    touchpoint_id bigint references touchpoint,
    written_at    timestamptz not null default now(),
    left_at       timestamptz,
    unique (mailing_id, person_id),
    check ((status = 'LEFT_OUT') = (reason is not null)),
    check (shared_with is null or status in ('WRITTEN', 'SENT', 'FAILED', 'WITHDRAWN'))
);
comment on table campaign_mailing_letter is 'scoped: who a mailing was written to, and which enterprises got none and why; seen with the mailing';
comment on column campaign_mailing_letter.person_id is 'null: nobody of the enterprise can be written to';
comment on column campaign_mailing_letter.status is 'AGAIN: taken back from the outbox because the audience changed, to be written anew; FAILED: the mail server will not take it';
comment on column campaign_mailing_letter.address_key is 'tells equal addresses, without saying which';
comment on column campaign_mailing_letter.shared_with is 'the letter that went to the same address, where this person got none of his own';
comment on column campaign_mailing_letter.left_at is 'when the mail server took it';
comment on column campaign_mailing_letter.touchpoint_id is 'the contact it counts as, once it has left; one for each enterprise';
create unique index campaign_mailing_letter_address on campaign_mailing_letter (mailing_id, address_key)
    where shared_with is null and status in ('WRITTEN', 'SENT', 'FAILED', 'WITHDRAWN');
create index campaign_mailing_letter_shared on campaign_mailing_letter (shared_with) where shared_with is not null;
create index campaign_mailing_letter_enterprise on campaign_mailing_letter (mailing_id, enterprise_id);
create index campaign_mailing_letter_open on campaign_mailing_letter (mailing_id, id) where status in ('WRITTEN', 'AGAIN', 'FAILED');
create index campaign_mailing_letter_queued on campaign_mailing_letter (enterprise_id) where status = 'WRITTEN';
create index campaign_mailing_letter_mail on campaign_mailing_letter (mail_id) where mail_id is not null;
create index campaign_mailing_letter_person on campaign_mailing_letter (person_id) where person_id is not null;

-- One address mail can be sent to, as the outbox takes it.
create function mail_can_go(address text) returns boolean
    language sql immutable parallel safe
    return coalesce(length(address) <= 254 and position('@' in address) <= 65 and address ~
        ('^[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+)*'
         || '@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$'), false);

-- What tells that two addresses are the same.
create function mail_key(address text) returns text
    language sql immutable parallel safe
    return md5(lower(address));

-- Whether somebody who has this address withdrew his consent: then nobody is written to there.
create function mail_objected(address text) returns boolean
    language sql stable
    return exists (select from contact_person o where lower(o.mail) = lower(address) and o.consent_withdrawn_on is not null);

-- Whom a mailing is for as things stand: enterprises of its unit now, in scope, of its audiences, in its states and of its
-- units; to how many of their people it goes, or why to none. Its conditions are asked by who reads this.
create view campaign_mailing_target with (security_invoker = true) as
    select g.id as mailing_id, m.enterprise_id, enterprise_audience(e.grade, e.journey_step) as audience, p.willing,
           case when m.standing = 'EXCLUDED' then 'EXCLUDED' when p.live = 0 then 'NO_PERSON'
               when p.mailed = 0 then 'NO_MAIL' when p.willing = 0 then 'OBJECTS' end as left_out, m.org_path
        from campaign_mailing g
            join campaign_member m on m.campaign_id = g.campaign_id and m.org_path >= g.org_path
                and m.org_path < left(g.org_path, -1) || '/'
                and (m.standing = 'EXCLUDED' or campaign_state(m.standing, m.level) = any (g.states))
                and (not exists (select from campaign_mailing_unit u where u.mailing_id = g.id)
                    or exists (select from campaign_mailing_unit u where u.mailing_id = g.id
                        and starts_with(m.org_path, u.org_path)))
            join enterprise e on e.id = m.enterprise_id and e.merged_into is null
            join campaign_mailing_text t on t.mailing_id = g.id
                and t.audience = enterprise_audience(e.grade, e.journey_step)
            cross join lateral (
                select count(*) as live, count(*) filter (where mail_can_go(c.mail)) as mailed,
                       count(distinct lower(c.mail)) filter (where mail_can_go(c.mail) and not mail_objected(c.mail)) as willing
                    from contact_person c
                    where c.enterprise_id = m.enterprise_id and c.ended_at is null and c.erased_at is null) p;
comment on view campaign_mailing_target is 'whom a mailing is for as things stand, and who of them gets none and why';

-- When each mailing goes out or went out, for calendars; null: as soon as it is approved.
create view campaign_mailing_date with (security_invoker = true) as
    select g.id as mailing_id, g.campaign_id, g.unit_id, g.org_path, g.title_zh, g.title_en, g.status,
           case when g.status in ('SENDING', 'SENT') then g.started_at
               else coalesce(g.started_at, g.send_at, g.approved_at) end as planned_at
        from campaign_mailing g;
comment on view campaign_mailing_date is 'when each mailing goes out or went out; of drafts and those waiting for approval without a day not known yet';

-- Letters of a mailing that are on their way: in the outbox, not sent yet.
create function campaign_mailing_waiting(wanted bigint) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select count(*) from campaign_mailing_letter l join mail m on m.id = l.mail_id
        where l.mailing_id = wanted and l.status = 'WRITTEN' and l.shared_with is null and m.status in ('WAITING', 'SENDING')
$$;

-- Nothing more of a mailing goes out: what waits in the outbox is taken back. What a worker has in hand at this moment
-- is left to it; should the mail server refuse it, the next look takes it back.
create function campaign_mailing_stop(wanted bigint) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    gone bigint[];
begin
    gone := array(select m.id from campaign_mailing_letter l join mail m on m.id = l.mail_id
                  where l.mailing_id = wanted and l.status = 'WRITTEN' and m.status = 'WAITING'
                  order by m.id for update of m skip locked);
    update campaign_mailing_letter l set status = 'WITHDRAWN', mail_id = null
        where l.mailing_id = wanted and (l.mail_id = any (gone) or l.status = 'AGAIN');
    delete from mail m where m.id = any (gone);
end
$$;

create function campaign_mailing_withdrawn() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform campaign_mailing_stop(new.id);
    return null;
end
$$;
create trigger campaign_mailing_withdrawn after update of status on campaign_mailing for each row
    when (new.status = 'WITHDRAWN' and old.status <> 'WITHDRAWN') execute function campaign_mailing_withdrawn();

-- With the campaign ends all that was still to go out. Drafts stay for whoever wants to read them.
create function campaign_mailings_over() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update campaign_mailing set status = 'WITHDRAWN', stopped = true, ended_at = now(), changed_at = now(),
            version = version + 1
        where campaign_id = new.id and status in ('REVIEW', 'APPROVED', 'SENDING');
    return null;
end
$$;
create trigger campaign_mailings_over after update of status on campaign for each row
    when (old.status = 'RUNNING' and new.status <> 'RUNNING') execute function campaign_mailings_over();

-- Takes letters back to be written anew, with those who share their address. Not those the mail server was offered and
-- may have taken: nobody gets two.
create function campaign_mailing_anew(letters bigint[]) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    gone bigint[];
begin
    gone := array(select m.id from mail m where m.id in (select l.mail_id from campaign_mailing_letter l where l.id = any (letters))
                      and m.status = 'WAITING' and (m.attempts = 0 or m.last_error ~ '^[45][0-9][0-9]')
                  order by m.id for update of m skip locked);
    update campaign_mailing_letter l set status = 'AGAIN', mail_id = null, address_key = null, shared_with = null
        where l.mail_id = any (gone) and l.status = 'WRITTEN';
    delete from mail m where m.id = any (gone);
end
$$;

-- Letters whose enterprise belongs to another audience now. Who shares the address of another keeps to that one's letter.
create function campaign_mailing_reword(enterprise bigint, now_of text) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if enterprise is null then
        perform campaign_mailing_anew(array(select l.id from campaign_mailing g
            join campaign_mailing_letter l on l.mailing_id = g.id join enterprise e on e.id = l.enterprise_id
            where g.status = 'SENDING' and l.status = 'WRITTEN' and l.shared_with is null
                and l.audience <> enterprise_audience(e.grade, e.journey_step)));
    else
        update campaign_mailing_letter l set audience = now_of
            where l.enterprise_id = enterprise and l.status = 'WRITTEN' and l.shared_with is not null;
        perform campaign_mailing_anew(array(select l.id from campaign_mailing_letter l
            where l.enterprise_id = enterprise and l.status = 'WRITTEN' and l.shared_with is null and l.audience <> now_of));
    end if;
end
$$;

-- An enterprise that belongs to another audience now gets the other text, also where the letter waits already.
create function campaign_mailing_audience() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform campaign_mailing_reword(new.id, enterprise_audience(new.grade, new.journey_step));
    return null;
end
$$;
create trigger campaign_mailing_audience after update of grade, journey_step on enterprise for each row
    when (enterprise_audience(new.grade, new.journey_step) is distinct from enterprise_audience(old.grade, old.journey_step))
    execute function campaign_mailing_audience();

-- Who may not be written to any more, or has another address now, gets nothing that waits for him at the old one.
create function campaign_mailing_person() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update campaign_mailing_letter l set status = 'AGAIN', mail_id = null, address_key = null, shared_with = null
        where l.person_id = new.id and l.status = 'WRITTEN' and l.shared_with is not null;
    perform campaign_mailing_anew(array(select l.id from campaign_mailing_letter l
        where l.person_id = new.id and l.status = 'WRITTEN'));
    -- What is left of an erased person tells nothing of his address.
    if new.erased_at is not null then
        update campaign_mailing_letter l set address_key = null where l.person_id = new.id;
    end if;
    return null;
end
$$;
create trigger campaign_mailing_person after update of mail, consent_withdrawn_on, ended_at, erased_at on contact_person
    for each row when (old.mail is distinct from new.mail or old.consent_withdrawn_on is distinct from new.consent_withdrawn_on
        or old.ended_at is distinct from new.ended_at or old.erased_at is distinct from new.erased_at)
    execute function campaign_mailing_person();

-- Starts the jobs of mailings with something to do, one for each, as somebody of its unit who may send one: the person
-- who approved it if he still can. One whose job failed or was cancelled waits for a person. Many nodes may ask at once.
create function campaign_mailings_queue(room int) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    queued int;
begin
    perform campaign_mailing_reword(null, null);
    perform campaign_mailing_stop(g.id) from campaign_mailing g where g.status = 'WITHDRAWN' and exists (
        select from campaign_mailing_letter l join mail m on m.id = l.mail_id
            where l.mailing_id = g.id and l.status = 'WRITTEN' and m.status = 'WAITING');
    with due as materialized (
        select g.id, g.unit_id, g.org_path, g.approved_by from campaign_mailing g
            where (g.status = 'APPROVED' and coalesce(g.send_at, now()) <= now()
                    or g.status = 'SENDING' and not g.written and campaign_mailing_waiting(g.id) < room
                    or g.status in ('SENDING', 'SENT', 'WITHDRAWN') and exists (
                        select from campaign_mailing_letter l left join mail m on m.id = l.mail_id
                            where l.mailing_id = g.id and (l.status = 'AGAIN'
                                or l.status = 'WRITTEN' and (m.id is null or m.status in ('SENT', 'DEAD'))
                                or l.status = 'FAILED' and m.status = 'SENT')))
                and not exists (select from job j where j.id = g.job_id and j.status <> 'DONE')
            for update of g skip locked),
    chosen as materialized (
        select nextval('job_seq') as job_id, d.id, d.org_path, r.account_id, r.id as assignment_id
            from due d cross join lateral (
                select x.id, x.account_id from role_assignment x join account a on a.id = x.account_id
                    where x.unit_id = d.unit_id and a.suspended_at is null and china_day() >= x.valid_from
                        and (x.valid_to is null or china_day() <= x.valid_to)
                        and x.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
                    order by x.account_id = d.approved_by desc, x.id limit 1) r),
    put as (
        insert into job (id, kind, account_id, assignment_id, org_path, parameters)
            select c.job_id, 'send-mailing', c.account_id, c.assignment_id, c.org_path, jsonb_build_object('mailing', c.id)
                from chosen c returning id, (parameters ->> 'mailing')::bigint as mailing)
    update campaign_mailing g set job_id = p.id from put p where g.id = p.mailing;
    get diagnostics queued = row_count;
    return queued;
end
$$;

alter table campaign_mailing enable row level security;
alter table campaign_mailing_text enable row level security;
alter table campaign_mailing_editor enable row level security;
alter table campaign_mailing_unit enable row level security;
alter table campaign_mailing_letter enable row level security;
create policy campaign_mailing_read on campaign_mailing for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy campaign_mailing_add on campaign_mailing for insert to ${app} with check (
    org_path = nullif(current_setting('app.write_lo', true), '')
    and exists (select from campaign c where c.id = campaign_mailing.campaign_id and c.status = 'RUNNING'));
create policy campaign_mailing_change on campaign_mailing for update to ${app} using (
    org_path = nullif(current_setting('app.write_lo', true), ''));
create policy campaign_mailing_drop on campaign_mailing for delete to ${app} using (
    org_path = nullif(current_setting('app.write_lo', true), '') and status = 'DRAFT');
create policy campaign_mailing_text_read on campaign_mailing_text for select to ${app} using (
    exists (select from campaign_mailing g where g.id = campaign_mailing_text.mailing_id));
create policy campaign_mailing_text_write on campaign_mailing_text to ${app} using (exists (
    select from campaign_mailing g where g.id = campaign_mailing_text.mailing_id and g.status = 'DRAFT'
        and g.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_mailing_editor_read on campaign_mailing_editor for select to ${app} using (
    exists (select from campaign_mailing g where g.id = campaign_mailing_editor.mailing_id));
create policy campaign_mailing_editor_write on campaign_mailing_editor to ${app} using (exists (
    select from campaign_mailing g where g.id = campaign_mailing_editor.mailing_id and g.status = 'DRAFT'
        and g.org_path = nullif(current_setting('app.write_lo', true), '')));
create policy campaign_mailing_unit_read on campaign_mailing_unit for select to ${app} using (
    exists (select from campaign_mailing g where g.id = campaign_mailing_unit.mailing_id));
create policy campaign_mailing_unit_write on campaign_mailing_unit to ${app} using (exists (
    select from campaign_mailing g where g.id = campaign_mailing_unit.mailing_id and g.status = 'DRAFT'
        and g.org_path = nullif(current_setting('app.write_lo', true), '')
        and starts_with(campaign_mailing_unit.org_path, g.org_path)));
create policy campaign_mailing_letter_read on campaign_mailing_letter for select to ${app} using (
    exists (select from campaign_mailing g where g.id = campaign_mailing_letter.mailing_id));
create policy campaign_mailing_letter_write on campaign_mailing_letter to ${app} using (exists (
    select from campaign_mailing g where g.id = campaign_mailing_letter.mailing_id and g.status in ('SENDING', 'SENT', 'WITHDRAWN')
        and g.org_path = nullif(current_setting('app.write_lo', true), '')));

grant select, insert, delete on campaign_mailing, campaign_mailing_text, campaign_mailing_editor, campaign_mailing_unit,
    campaign_mailing_letter to ${app};
grant update (title_zh, title_en, purpose, conditions, states, send_at, status, reason, stopped, place, passed_over, written, job_id, submitted_by,
    approved_by, approved_at, started_at, ended_at, changed_at, version) on campaign_mailing to ${app};
grant update (status, reason, audience, mail_id, address_key, shared_with, touchpoint_id, written_at, left_at) on campaign_mailing_letter to ${app};
grant usage on sequence campaign_mailing_seq, campaign_mailing_letter_seq to ${app};
grant select on campaign_mailing_target, campaign_mailing_date to ${app};
revoke all on function campaign_mailing_stop, campaign_mailing_withdrawn, campaign_mailings_over, campaign_mailing_anew,
    campaign_mailing_reword, campaign_mailing_audience, campaign_mailing_person, campaign_mailings_queue from public;
grant execute on function campaign_mailings_queue to ${jobs};
