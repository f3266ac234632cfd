/**
 * Training bases and venues with their rooms: what they are called, where they are, what a room holds.
 *
 * <p>A base belongs to a unit, which changes it with those above; all officers see every base and room. What is known of
 * a base only roughly is kept as roughly as it is known, and says so. Rooms that are no places have a link. Offers lists,
 * pages and REST; when a room is taken it asks of whoever keeps the bookings. This package must not know why a room is
 * wanted.
 */
@NullMarked
package org.aeoreach.training.base;

import org.jspecify.annotations.NullMarked;
