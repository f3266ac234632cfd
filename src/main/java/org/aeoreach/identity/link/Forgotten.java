package org.aeoreach.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.aeoreach.platform.Digests;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/** Sends links to those who have forgotten their password, and tells nobody whether there was somebody to send to. */
@ApplicationScoped
class Forgotten {

    // Longer than the work takes, so that the time does not tell either; few such calls are let through.
    private static final long NANOS = 400_000_000L;

    @Inject
    private RateLimits limits;

    @Inject
    private ResetLinks links;

    void sendLinks(String loginOrMail) {
        String text = loginOrMail.strip();
        limits.takeFor(Limit.RESET, HexFormat.of().formatHex(Digests.sha256(text.toLowerCase(Locale.ROOT))));
        long end = System.nanoTime() + NANOS;
        links.sendTo(text);
        long left = end - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
