/**
 * Following documents and topics.
 *
 * <p>A signed-in person says how soon he wants to hear of changes: at once, each morning, each Monday. {@link
 * org.aeoreach.library.follow.FollowLetters} writes one letter for all that changed since his last one. Whoever publishes
 * does nothing for it: the time of a document's last change is enough. This package must not know how documents are
 * changed.
 */
@NullMarked
package org.aeoreach.library.follow;

import org.jspecify.annotations.NullMarked;
