/** What is told of enterprises after a training, on the real database. */
@NullMarked
package org.aeoreach.training.outcome;

import org.jspecify.annotations.NullMarked;
