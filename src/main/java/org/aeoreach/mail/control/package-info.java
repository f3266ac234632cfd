/**
 * What holds for all mail: the stop switch, the rates, and whether nodes hold back.
 *
 * <p>The switch and the rates are one row that every claim of the outbox reads in its own transaction, so nothing leaves
 * after the commit that stops it but the one mail a worker has under way. This package must not know how mail is sent.
 */
@NullMarked
package org.aeoreach.mail.control;

import org.jspecify.annotations.NullMarked;
