-- Sign-in by the administration's identity provider.

create table provider_flow (
    seed_hash  bytea primary key check (length(seed_hash) = 32),
    next       text not null,
    expires_at timestamptz not null
);
comment on table provider_flow is 'system: sign-ins under way at the identity provider, by the SHA-256 of the seed in the browser; reached only through functions';
create index provider_flow_end on provider_flow (expires_at);
grant select, delete on provider_flow to ${jobs};

create function begin_provider_flow(hash bytea, wanted_next text, ends timestamptz) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$ insert into provider_flow (seed_hash, next, expires_at) values (hash, wanted_next, ends) $$;

-- Ends a flow and tells where it was to lead; null when there is none or it is over. Of two at once, one gets it.
create function end_provider_flow(hash bytea, moment timestamptz) returns text
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with ended as (delete from provider_flow where seed_hash = hash returning next, expires_at)
    select next from ended where expires_at > moment
$$;

create sequence external_identity_seq start with 50 increment by 50;
create table external_identity (
    id           bigint primary key default nextval('external_identity_seq'),
    account_id   bigint not null,
    org_path     text collate "C" not null,
    issuer       text not null,
    subject      text not null,
    shown_as     text not null,
    bound_at     timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    foreign key (account_id, org_path) references account (id, org_path) on update cascade,
    unique (issuer, subject),
    -- Whoever gets a mail address or a login that somebody else had at the provider does not get his account here.
    unique (issuer, account_id)
);
comment on table external_identity is 'scoped: who a person is at an identity provider, by the path of his home unit';
create index external_identity_scope on external_identity (org_path, id);
alter table external_identity enable row level security;
create policy external_identity_read on external_identity for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy external_identity_end on external_identity for delete to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, delete on external_identity to ${app};

-- The account of somebody a provider vouches for: the one his subject is bound to; else the one officer with that login
-- or, where none is named, with that verified mail address, who is then bound. No row when there is none, or when he is
-- bound to another subject of the provider. Never makes an account.
create function provider_account(of_issuer text, of_subject text, wanted_login text, wanted_mail text, known_as text)
    returns table (account_id bigint, org_path text, bound_now boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    found_id bigint;
    found_path text;
    candidates int;
    added bigint;
begin
    update external_identity set last_used_at = now(), shown_as = known_as
        where issuer = of_issuer and subject = of_subject returning account_id, org_path into found_id, found_path;
    if found then
        return query select found_id, found_path, false;
        return;
    end if;
    select count(*), min(a.id), min(a.org_path) into candidates, found_id, found_path from account a
        where a.kind = 'OFFICER' and a.suspended_at is null
            and case when wanted_login is not null then lower(a.login) = lower(wanted_login)
                     else lower(a.mail) = lower(wanted_mail) end;
    if candidates <> 1 then
        return;
    end if;
    insert into external_identity (account_id, org_path, issuer, subject, shown_as)
        values (found_id, found_path, of_issuer, of_subject, known_as)
        on conflict do nothing returning id into added;
    if added is null then
        -- Two sign-ins at once, or somebody else is bound.
        return query select e.account_id, e.org_path, false from external_identity e
            where e.issuer = of_issuer and e.subject = of_subject and e.account_id = found_id;
        return;
    end if;
    return query select found_id, found_path, true;
end
$$;
revoke all on function begin_provider_flow, end_provider_flow, provider_account from public;
grant execute on function begin_provider_flow, end_provider_flow, provider_account to ${app};
