/**
 * What enterprises did on the way to certification after they were at a session, at sessions of a course, at a base or of
 * a trainer, beside those that had registered and did not come.
 *
 * <p>It owns no table: what it says is reckoned from attendance and the journey while somebody waits. It offers a tab of
 * the session and pages of their own for the others, and the list behind each figure. That the one goes with the other it
 * says; that the one brought the other about it must not say. How seats are given and how people check in it must not know.
 */
@NullMarked
package org.aeoreach.training.outcome;

import org.jspecify.annotations.NullMarked;
