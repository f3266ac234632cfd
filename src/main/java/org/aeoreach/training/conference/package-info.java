/**
 * Conferences: a session under which others stand, with tracks, speakers and types of delegates.
 *
 * <p>Owns the programme of a conference: its plenaries, keynotes and break-outs, which are sessions below it, and what is
 * said of them; offers it to officers to plan, to everybody to read and to print, and to delegates to choose break-outs
 * from. Seats are given by the functions of sessions: those of the conference by types of delegates, those of each
 * break-out by its own number. This package must not know how letters are written.
 */
@NullMarked
package org.aeoreach.training.conference;

import org.jspecify.annotations.NullMarked;
