/**
 * The way of an enterprise to AEO and after it, step by step.
 *
 * <p>Which step may follow which is data ({@code journey_transition}); a step that may not is refused with those that
 * may. A step may carry a note and files, and the decision to grant or take away sets the grade in the same
 * transaction. A step recorded by mistake is retracted with a reason and stays to be read.
 */
@NullMarked
package org.aeoreach.enterprise.journey;

import org.jspecify.annotations.NullMarked;
