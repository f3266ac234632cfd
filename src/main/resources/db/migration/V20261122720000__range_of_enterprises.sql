-- Who sees which enterprises is said as ranges of a path and of a number, never as one thing or the other: behind an
-- "or" no index is used for either. An officer has a range of paths and all numbers; who acts for an enterprise has all
-- paths and one number; nobody has neither.
alter policy enterprise_read on enterprise using (
    org_path >= case when nullif(current_setting('app.enterprise', true), '') is null
                     then nullif(current_setting('app.lo', true), '') else '' end
    and org_path < case when nullif(current_setting('app.enterprise', true), '') is null
                        then current_setting('app.hi', true) else '~' end
    and id >= coalesce(nullif(current_setting('app.enterprise', true), '')::bigint, 0)
    and id <= coalesce(nullif(current_setting('app.enterprise', true), '')::bigint, 9223372036854775807));
