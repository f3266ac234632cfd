/**
 * Segments: saved conditions over enterprises, for lists, exports, campaigns and mailings alike.
 *
 * <p>A segment is a tree of all, any and not over criteria, kept as JSON that was read and checked, and turned into SQL
 * whose values are parameters only; row-level security narrows it to the viewer's range, so that a shared segment means
 * to everybody what he may see. Upper rooms use {@link org.aeoreach.enterprise.segment.Segments#count} and {@link
 * org.aeoreach.enterprise.segment.Segments#members} and bring criteria of their own as beans of {@link
 * org.aeoreach.enterprise.segment.criterion.SegmentCriterion}. It must not know them.
 */
@NullMarked
package org.aeoreach.enterprise.segment;

import org.jspecify.annotations.NullMarked;
