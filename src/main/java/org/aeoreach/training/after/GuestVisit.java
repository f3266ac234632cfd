package org.aeoreach.training.after;

import org.aeoreach.training.registration.AttendeeKey;

/** Somebody on the pages of his part in a session, and what opened them. */
public record GuestVisit(Guest guest, AttendeeKey key) {}
