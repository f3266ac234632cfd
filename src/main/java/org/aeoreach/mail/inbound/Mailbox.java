package org.aeoreach.mail.inbound;

/** The address of a unit to which people write, in lower case and without a plus sign. */
record Mailbox(long id, long unitId, String orgPath, String address) {}
