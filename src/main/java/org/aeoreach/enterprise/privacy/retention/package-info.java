/**
 * How long personal data is kept: months for each kind, as data, and the nightly job that holds to them. What it erases
 * it erases as a person's request would, and leaves an audit entry for each.
 */
@NullMarked
package org.aeoreach.enterprise.privacy.retention;

import org.jspecify.annotations.NullMarked;
