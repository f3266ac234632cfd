/**
 * Trainers: the pool of those who can teach, officers and people from outside, with what qualifies them, their languages,
 * their courses and until when.
 *
 * <p>A trainer belongs to a unit; it and those above it keep him, those below it may plan with him too. Nobody is taken out
 * of the pool: his time ends. How much he teaches and how those who came rate him only sessions know: they tell it through
 * {@link org.aeoreach.training.trainer.TrainerLoad}. This package must not know sessions.
 */
@NullMarked
package org.aeoreach.training.trainer;

import org.jspecify.annotations.NullMarked;
