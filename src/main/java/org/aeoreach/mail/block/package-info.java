/**
 * The list of addresses no mail goes to: seen, added to and shortened by who administers a unit.
 *
 * <p>Addresses come here when the mail server refuses them or a mail bounces, and by hand. The list is by address; whose
 * it is, and where else it stands, this package must not know.
 */
@NullMarked
package org.aeoreach.mail.block;

import org.jspecify.annotations.NullMarked;
