package org.aeoreach.mail;

import java.util.Arrays;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Where a mail is on its way out; messages {@code mail.status.*}. */
public enum MailStatus {
    WAITING,
    SENDING,
    SENT,
    /** Given up, see the reason; a person may have it sent again. */
    DEAD;

    /**
     * The status of that name; null where none is named.
     *
     * @throws Problem 400 when there is no such status
     */
    static @Nullable MailStatus named(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "mail.invalid.status"));
    }
}
