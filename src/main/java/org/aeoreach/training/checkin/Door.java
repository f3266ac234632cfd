package org.aeoreach.training.checkin;

/**
 * What the page of the door has to know beyond its session.
 *
 * @param until when a device forgets everybody, in milliseconds since 1970
 * @param open whether people can be checked in
 * @param leaving whether they are checked out, too
 */
public record Door(long until, boolean open, boolean leaving) {}
