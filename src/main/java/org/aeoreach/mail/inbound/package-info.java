/**
 * Mail that comes in: the mailboxes of units, read by IMAP, and the steps every mail passes.
 *
 * <p>A mail is kept as it came in a transaction of its own and only then moved within its mailbox; afterwards a chain of
 * small steps sorts out loops, bounces and automatic replies, finds the conversation it belongs to, makes text of it and
 * hands it to the {@link org.aeoreach.mail.inbound.InboundMailHandler}, who closes it in the transaction in which he
 * makes something of it. What cannot be read is laid aside for a person. What conversations are about must not be known
 * here: they have names that their feature gave them, see {@link org.aeoreach.mail.inbound.Threading}. Nothing a mail
 * says about itself is believed, except that who knows a Message-ID or a token of ours has had a mail of ours.
 */
@NullMarked
package org.aeoreach.mail.inbound;

import org.jspecify.annotations.NullMarked;
