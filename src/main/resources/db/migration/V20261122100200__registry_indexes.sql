-- Orders of the list that are not by name: rows without a day are not in these, so that an import does not pay for them.
create index enterprise_last_contact on enterprise (last_contact_on, id) where last_contact_on is not null;
create index enterprise_next_contact on enterprise (next_contact_due, id) where next_contact_due is not null;
