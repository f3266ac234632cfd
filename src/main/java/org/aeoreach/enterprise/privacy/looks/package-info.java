/**
 * Who looked at the record of an enterprise: noted once for a person, an enterprise and an hour, and read by auditors.
 *
 * <p>Whoever shows the record of an enterprise calls {@link org.aeoreach.enterprise.privacy.looks.RecordViews}; lists and
 * searches do not count. The log belongs to the house of the enterprise and those above it, and is purged by its
 * retention rule. It must not know what was looked at.
 */
@NullMarked
package org.aeoreach.enterprise.privacy.looks;

import org.jspecify.annotations.NullMarked;
