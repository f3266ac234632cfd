/**
 * What people want to get by mail, said by the secret link each mail ends with that is no service message.
 *
 * <p>The link opens the choices of one address and nothing else; it never tells whether somebody has an account. Mail
 * programs decline with one request (RFC 8058); whatever opens links by itself changes nothing. The choices hold at the
 * moment a mail would leave, so what waits is not sent either. Records an address stands in are changed by functions of
 * the database; this package must not know them.
 */
@NullMarked
package org.aeoreach.mail.choice;

import org.jspecify.annotations.NullMarked;
