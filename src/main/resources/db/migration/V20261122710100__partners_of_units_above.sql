-- What a unit above keeps is there to be read by those below, who meet the same chamber: the organisation, not its
-- people, who stay with the unit that knows them. Only the unit itself and those above it change it.
alter policy partner_organisation_read on partner_organisation using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or starts_with(nullif(current_setting('app.lo', true), ''), org_path));
comment on table partner_organisation is 'scoped: chambers, authorities, foreign customs, academia and training providers, by the path of the unit that keeps the contact; read by units below it too';
