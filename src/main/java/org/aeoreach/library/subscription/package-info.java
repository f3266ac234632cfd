/**
 * News of the library for people without an account.
 *
 * <p>A visitor enters an address and topics; a letter with a link that works once proves that the address is his, and only
 * then does a subscription exist. {@link org.aeoreach.library.subscription.SubscriberLetters} writes one letter for all that is
 * new since his last one. How he ends it, the mail room says by the link each letter ends with. Whether an address is
 * known here, no page tells; this package must not know who a subscriber is.
 */
@NullMarked
package org.aeoreach.library.subscription;

import org.jspecify.annotations.NullMarked;
