/**
 * How often somebody may try.
 *
 * <p>Attempts are counted in the database before they are judged, so that any number of nodes shares one count and
 * tries made at the same moment do not slip through. An account, an address and a known browser each have their own
 * count. This package must not know what is tried.
 */
@NullMarked
package org.aeoreach.identity.attempt;

import org.jspecify.annotations.NullMarked;
