/**
 * The append-only record of who changed what, and of sign-ins.
 *
 * <p>Entries are written in the transaction of the change by {@link org.aeoreach.audit.AuditTrail}; the database adds
 * who acts and chains each entry to the one before, so that a changed, removed or inserted row is found by
 * {@link org.aeoreach.audit.VerifyAudit}. Auditors read them by {@link org.aeoreach.audit.AuditEntries}. This room knows
 * actors and records by id only and must not know any feature.
 */
@NullMarked
package org.aeoreach.audit;

import org.jspecify.annotations.NullMarked;
