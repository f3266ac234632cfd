/**
 * Asking for an enterprise that is registered with another unit, and answering.
 *
 * <p>A unit that knows only a code asks for the transfer to itself or to a unit below it; whoever may transfer the
 * enterprise - its unit and those above - accepts, which carries the transfer out, or refuses with a reason. There is at
 * most one open request for an enterprise. The asking side reads its own words and the answer and learns nothing of the
 * enterprise but that its code is registered elsewhere, which the look-up of a code tells too; row-level security keeps
 * the rest. Transferring what one has needs no request: that is {@code enterprise.registration}.
 */
@NullMarked
package org.aeoreach.enterprise.transfer;

import org.jspecify.annotations.NullMarked;
