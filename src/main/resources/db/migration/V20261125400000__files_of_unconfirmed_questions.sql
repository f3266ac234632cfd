-- A stranger may send files with his first question. Their contents are laid by; what they are stands with the question
-- until its address is confirmed, and goes with it. So that nobody fills the disk, all of them together have a limit.

alter table enquiry_intake add column bytes bigint not null default 0 check (bytes >= 0);
comment on column enquiry_intake.bytes is 'of its files';

drop function enquiry_intake_kept(jsonb, bytea, timestamptz);
-- The number it will have; null when files of waiting questions would take more than so many bytes.
create function enquiry_intake_kept(question jsonb, link_hash bytea, until timestamptz, most bigint) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    given text;
    kept bigint;
    brought bigint := coalesce((select sum((f ->> 'bytes')::bigint) from jsonb_array_elements(question -> 'files') f), 0);
begin
    if brought > 0 and brought + (select coalesce(sum(i.bytes), 0) from enquiry_intake i) > most then
        return null;
    end if;
    given := enquiry_number();
    insert into enquiry_intake (content, bytes) values (question || jsonb_build_object('number', given), brought)
        returning id into kept;
    insert into enquiry_token (hash, intake_id, purpose, expires_at) values (link_hash, kept, 'CONFIRM', until);
    return given;
end
$$;
revoke all on function enquiry_intake_kept(jsonb, bytea, timestamptz, bigint) from public;
grant execute on function enquiry_intake_kept(jsonb, bytea, timestamptz, bigint) to ${app};
