/**
 * The rules of the house, held by machine: who may use whom, how code is written, that every text exists in both
 * languages, and that the database refuses what it must.
 *
 * <p>Each rule says why it is there. A rule that turns out wrong is changed here and in the design, not worked around.
 */
@NullMarked
package org.aeoreach.rules;

import org.jspecify.annotations.NullMarked;
