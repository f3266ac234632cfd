-- A person's own choice of language. His row lies outside the range in which an enterprise user or an auditor may
-- write, and no more than this column is his to change here.
create function choose_language(wanted text) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    update account set language = wanted where id = nullif(current_setting('app.account', true), '')::bigint
$$;
revoke all on function choose_language from public;
grant execute on function choose_language to ${app};
