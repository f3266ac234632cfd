/**
 * Organisations customs works with that are no enterprises: chambers and associations, government departments, foreign
 * customs, academia, training providers.
 *
 * <p>Each is kept by a unit, seen by it and those above, and read by those below; its people only by the former. They have people (package {@code contact}), but no grade and no journey.
 */
@NullMarked
package org.aeoreach.enterprise.partner;

import org.jspecify.annotations.NullMarked;
