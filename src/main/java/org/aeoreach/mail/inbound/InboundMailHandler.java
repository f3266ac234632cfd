package org.aeoreach.mail.inbound;

/** Makes something of mail that people wrote. The room of enquiries implements it. */
public interface InboundMailHandler {

    /**
     * Takes one mail in, within the transaction under way, in which nobody looks; when it fails, the mail comes again a
     * few times and is then laid aside.
     */
    Taken take(InboundMail mail);

    /**
     * What became of a mail.
     *
     * @param thread name of the conversation it belongs to from now on, see {@link Threading}
     * @param reply whether there was such a conversation before
     */
    record Taken(String thread, boolean reply) {}
}
