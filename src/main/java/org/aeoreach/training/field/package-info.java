/**
 * What people are asked when they register for a session: questions with their conditions, and whether answers fit them.
 *
 * <p>A question belongs to a session and may hang on the answer to one before it. One that was answered is not changed:
 * it ends and another takes its place. Offers the questions to officers, by page and over REST, and to whoever takes
 * registrations the check of answers; a hidden question is neither required nor kept. This package must not know who
 * registers nor where answers are kept.
 */
@NullMarked
package org.aeoreach.training.field;

import org.jspecify.annotations.NullMarked;
