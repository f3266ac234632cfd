/**
 * Where a question goes: the unit that answers it and, where one is present, the officer who takes it.
 *
 * <p>It owns the rules of units on how questions are spread among their officers. What a level above may do with an
 * enquiry is not decided here.
 */
@NullMarked
package org.aeoreach.enquiry.routing;

import org.jspecify.annotations.NullMarked;
