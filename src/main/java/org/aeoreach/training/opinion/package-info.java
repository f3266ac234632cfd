/**
 * What those who came say of a session: of its content, its trainers, its value, and in words.
 *
 * <p>Given by secret link for a week, once by each, and changed within that time. Whose it is no request can read: the column
 * is not granted. Fewer than five say nothing yet: their ratings and words are shown to nobody. This package must not know
 * what becomes of complaints.
 */
@NullMarked
package org.aeoreach.training.opinion;

import org.jspecify.annotations.NullMarked;
