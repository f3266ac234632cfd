/**
 * Setting a touchpoint right: what stood there before is kept with who, when and why, and one that should not be there is
 * withdrawn with a reason instead of deleted.
 *
 * <p>A touchpoint something relies on cannot be withdrawn; {@link org.aeoreach.outreach.ReliesOnTouchpoint} tells what.
 */
@NullMarked
package org.aeoreach.outreach.correction;

import org.jspecify.annotations.NullMarked;
