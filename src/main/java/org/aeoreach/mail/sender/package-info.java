/**
 * In whose name letters of a unit go out: an address and a name in both languages, from a day on.
 *
 * <p>An entry holds for its unit and those below it until they have one of their own. None is ever changed; a later one
 * for the same day takes its place. A mail keeps what held on the day it was written. Which letters come from their unit
 * their templates say; this package must not know them.
 */
@NullMarked
package org.aeoreach.mail.sender;

import org.jspecify.annotations.NullMarked;
