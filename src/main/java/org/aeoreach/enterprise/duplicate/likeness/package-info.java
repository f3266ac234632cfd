/**
 * When two names of enterprises are nearly the same, and how pairs of such names are found among many.
 *
 * <p>{@link org.aeoreach.enterprise.duplicate.likeness.Likeness} is the one rule, for entering an enterprise as for the
 * scan. What it does not look at - width, case, marks, legal form, the 市 of a city - is taken away by {@link
 * org.aeoreach.enterprise.duplicate.likeness.NameKey}. {@link org.aeoreach.enterprise.duplicate.likeness.NearPairs} finds
 * all pairs of a district in memory of a fixed size without comparing all with all. It must not know where names come
 * from.
 */
@NullMarked
package org.aeoreach.enterprise.duplicate.likeness;

import org.jspecify.annotations.NullMarked;
