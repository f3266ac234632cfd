package org.aeoreach.outreach.importing;

import java.time.LocalDate;

/**
 * A contact that undoing an import left as it is.
 *
 * @param parties with whom it was, the first of them in the reader's language
 * @param reason in the reader's language
 */
public record KeptContact(long id, LocalDate day, String parties, String reason) {}
