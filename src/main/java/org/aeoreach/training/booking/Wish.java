package org.aeoreach.training.booking;

import java.time.Instant;

/**
 * A room wanted for some time.
 *
 * @param until the first moment at which it is not wanted any more
 * @param block whether nobody is to have it; only for whose room it is
 */
record Wish(String title, Instant from, Instant until, boolean block) {}
