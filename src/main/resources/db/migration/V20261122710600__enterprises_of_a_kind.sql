-- Sector and size together are what most lists are narrowed by; neither alone leaves few.
create index enterprise_kind on enterprise (sector, size_class, org_path, id)
    include (merged_into, grade, journey_step, tier, customs_code, last_contact_on, next_contact_due);
