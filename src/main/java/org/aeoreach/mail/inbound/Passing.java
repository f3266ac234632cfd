package org.aeoreach.mail.inbound;

import org.jspecify.annotations.Nullable;

/** A mail on its way along the steps, with what they found. */
final class Passing {

    final InboundQueue.Waiting mail;
    final Head head;
    private @Nullable Body body;

    @Nullable
    String thread;

    boolean receipt = true;
    Proof proof = Proof.NONE;

    Passing(InboundQueue.Waiting mail) {
        this.mail = mail;
        this.head = Head.of(mail.raw());
    }

    /** Taken apart when it is first asked for. */
    Body body() {
        Body read = body;
        if (read == null) {
            read = BodyReader.read(mail.raw());
            body = read;
        }
        return read;
    }
}
