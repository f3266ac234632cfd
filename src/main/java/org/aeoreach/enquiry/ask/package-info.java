/**
 * How askers ask and read: on the portal with or without an account, over REST, and what officers write down for them.
 *
 * <p>It owns the form with its passages that may answer at once, questions that wait for the confirmation of an address,
 * and an asker's view of a thread. It reads nothing of the work on an enquiry. Taking in itself is {@link
 * org.aeoreach.enquiry.Arrival}.
 */
@NullMarked
package org.aeoreach.enquiry.ask;

import org.jspecify.annotations.NullMarked;
