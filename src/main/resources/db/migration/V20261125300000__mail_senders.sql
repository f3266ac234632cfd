-- In whose name letters of a unit go out, from a day on.

create sequence mail_sender_seq start with 50 increment by 50;
create table mail_sender (
    id         bigint primary key default nextval('mail_sender_seq'),
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    valid_from date not null check (valid_from between date '2000-01-01' and date '2100-12-31'),
    address    text check (address ~ '^[!-?A-~]{1,64}@[a-z0-9.-]{1,189}$'),
    name_zh    text check (name_zh !~ '[[:cntrl:]]' and length(name_zh) between 1 and 100),
    name_en    text check (name_en !~ '[[:cntrl:]]' and length(name_en) between 1 and 100),
    account_id bigint references account,
    entered_at timestamptz not null default now(),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (num_nulls(address, name_zh, name_en) in (0, 3))
);
comment on table mail_sender is 'scoped: address and name letters of a unit and those below it come from, from a day on; none means those of the unit above; the last entry of a day counts, none is changed';
create index mail_sender_scope on mail_sender (org_path, valid_from, id);
create index mail_sender_unit on mail_sender (unit_id, valid_from, id);
alter table mail_sender enable row level security;
create policy mail_sender_read on mail_sender for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy mail_sender_add on mail_sender for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
    and account_id = nullif(current_setting('app.account', true), '')::bigint);
grant select, insert on mail_sender to ${app};
grant usage on sequence mail_sender_seq to ${app};

alter table mail add sender_address text, add sender_name text;
alter table mail add check ((sender_address is null) = (sender_name is null));
comment on column mail.sender_address is 'what it comes from, as its unit had set it on the day it was written; null: what the server is configured to send from';

-- What a letter of the unit with that path comes from today; no row: neither it nor a unit above has set anything.
create function mail_sender_of(path text, lang text) returns table (address text, name text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select n.address, case lang when 'en' then n.name_en else n.name_zh end
        from (select distinct on (s.org_path) s.* from mail_sender s
                where s.valid_from <= china_day() and s.org_path in (
                    select left(path, p.at) from generate_series(1, length(path)) as p(at) where substr(path, p.at, 1) = '.')
                order by s.org_path, s.valid_from desc, s.id desc) n
        where n.address is not null order by length(n.org_path) desc limit 1
$$;

-- Whether a reply to a letter of the unit with that path is read: it or a unit above has a mailbox (see mail_join).
create function mail_answered(path text) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from mailbox b where b.active and starts_with(path, b.org_path))
$$;
revoke all on function mail_answered from public;
grant execute on function mail_answered to ${app};
revoke all on function mail_sender_of from public;
grant execute on function mail_sender_of to ${app};
