/**
 * Enquiries: what enterprises and others ask, and how customs comes to an answer.
 *
 * <p>This package owns the enquiry with its thread, the way one arrives from any channel, and what was done with it. The
 * asker's face of it ({@code enquiry}, {@code enquiry_message}) and the work on it ({@code enquiry_work}, steps, notes)
 * are tables apart, and only officers read the latter. Asking, routing, clocks, passing on, answering and the desk have
 * packages below; campaigns must not be known here.
 */
@NullMarked
package org.aeoreach.enquiry;

import org.jspecify.annotations.NullMarked;
