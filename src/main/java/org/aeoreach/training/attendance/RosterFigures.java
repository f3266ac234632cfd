package org.aeoreach.training.attendance;

/**
 * Attendance of a session in figures, as far as the viewer sees it.
 *
 * @param expected people who hold a seat
 * @param present people who were there, long enough where that is known
 * @param tooShort people who were there for too short a time
 * @param absent people who hold a seat and are not there
 * @param walkIns of those there, who came unannounced
 * @param enterprises of which somebody was there
 * @param unknown of those there, whose enterprise is not known
 */
public record RosterFigures(
        long expected, long present, long tooShort, long absent, long walkIns, long enterprises, long unknown) {}
