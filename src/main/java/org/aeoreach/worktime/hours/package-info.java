/**
 * The hours units work, from a day on: reading where they come from, setting them, and reckoning with them over REST.
 *
 * <p>An entry holds for its unit and those below it until they have one of their own. None is ever changed; a later one
 * for the same day takes its place. Units are known by id and path only.
 */
@NullMarked
package org.aeoreach.worktime.hours;

import org.jspecify.annotations.NullMarked;
