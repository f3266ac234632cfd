-- Partner organisations are seen by the unit that keeps them and those above it, as all that names people is.
alter policy partner_organisation_read on partner_organisation using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
comment on table partner_organisation is 'scoped: chambers, authorities, foreign customs, academia and training providers, by the path of the unit that keeps the contact';
