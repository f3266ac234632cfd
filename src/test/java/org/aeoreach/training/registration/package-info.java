/** Seats of training sessions, on the real database. */
@NullMarked
package org.aeoreach.training.registration;

import org.jspecify.annotations.NullMarked;
