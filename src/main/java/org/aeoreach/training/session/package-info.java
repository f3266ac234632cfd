/**
 * Training sessions as their organiser plans them: when, where, for whom, with how many seats and for whom some are kept.
 *
 * <p>Owns the session and its seats kept for customs houses and districts; offers it to officers, by page and over REST, and
 * publishes, moves and calls it off. What gives or takes a seat is done by functions of the database, each behind the one
 * lock of its session. This package must not know who is registered nor how anybody is told.
 */
@NullMarked
package org.aeoreach.training.session;

import org.jspecify.annotations.NullMarked;
