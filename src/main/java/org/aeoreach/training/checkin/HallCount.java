package org.aeoreach.training.checkin;

/**
 * How many are there.
 *
 * @param present people who came, whether registered or not
 * @param expected people who hold a seat
 */
public record HallCount(long present, long expected) {}
