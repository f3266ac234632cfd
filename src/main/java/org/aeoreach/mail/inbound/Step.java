package org.aeoreach.mail.inbound;

import org.jspecify.annotations.Nullable;

/** One step of the chain every mail passes. */
interface Step {

    /**
     * Looks at a mail. Whatever it does besides may be done twice.
     *
     * @return what becomes of it, or null when the next step is to look
     * @throws LaidAside when a person has to look
     */
    @Nullable
    Fate look(Passing mail);
}
