package org.aeoreach.mail;

import java.util.Optional;
import org.aeoreach.platform.Configuration;

/** Where mail goes that cannot be delivered: the envelope of each of ours names it as the sender. */
public final class ReturnAddress {

    private ReturnAddress() {}

    /** Empty where no mail is sent: without a mail server, and in a demonstration. */
    public static Optional<MailAddress> of(Configuration configuration) {
        return MailSettings.of(configuration).map(MailSettings::from);
    }
}
