package org.aeoreach.library;

import java.time.LocalDate;
import java.util.List;

/**
 * A document seen from a day.
 *
 * @param instead where it is not in force on the day: what is, in its place
 */
public record DocumentOnDay(LocalDate day, Validity validity, List<DocumentLink> instead, DocumentView document) {}
