/**
 * What comes after a session for who was there: the page his letter leads to, the letters themselves, and the question to
 * those who did not come why.
 *
 * <p>Knows who stands behind a secret link, whether he had registered or came unannounced, and offers that to the rooms of
 * certificates, checks and feedback, whose steps its page gathers ({@link org.aeoreach.training.after.AfterStep}). Letters
 * are written from what functions of the database claim, each once. This package must not know how anybody is checked in.
 */
@NullMarked
package org.aeoreach.training.after;

import org.jspecify.annotations.NullMarked;
