/**
 * The home page of an officer: what to do today, in the role he acts in.
 *
 * <p>What waits is told by the rooms that know it; this package asks them all and shows the answers in order of
 * urgency. It knows no feature itself.
 */
@NullMarked
package org.aeoreach.organization.today;

import org.jspecify.annotations.NullMarked;
