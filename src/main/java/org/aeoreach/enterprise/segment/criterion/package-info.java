/**
 * What enterprises can be told apart by in a segment: the fields of the registry, and what upper rooms add.
 *
 * <p>A criterion has parts that are filled in, reads what was chosen, refuses what it cannot read at the part's place,
 * and gives SQL about the enterprise {@code e} in which every value is a parameter. It must not know how conditions are
 * joined or drawn.
 */
@NullMarked
package org.aeoreach.enterprise.segment.criterion;

import org.jspecify.annotations.NullMarked;
