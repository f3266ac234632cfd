/**
 * Mail that the system writes: the outbox, its templates in both languages, and the worker that sends.
 *
 * <p>A feature hands a {@link org.aeoreach.mail.Letter} to the {@link org.aeoreach.mail.Outbox} within its own
 * transaction; the row is there exactly when the change that caused it is. Workers on every node claim rows and send
 * them over SMTP, at least once, under a Message-ID that stays the same. This is the only room with Jakarta Mail. It
 * knows recipients by address and records by path; what a letter is about it must not know.
 */
@NullMarked
package org.aeoreach.mail;

import org.jspecify.annotations.NullMarked;
