package org.aeoreach.mail.control;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How mail stands.
 *
 * @param stoppedAt since when nothing leaves; null where mail leaves
 * @param reason why nothing leaves
 * @param perSecond most mails a second, all nodes together
 * @param perDomain most mails a second to a receiving domain without a rate of its own
 * @param pauses nodes that hold back because the mail server takes nothing from them
 * @param waiting mails of the viewer's unit and below that wait, at most {@link #MOST_COUNTED}
 * @param oldest when the oldest of them was written
 */
public record MailState(
        @Nullable Instant stoppedAt,
        @Nullable String reason,
        int perSecond,
        int perDomain,
        List<DomainRate> domains,
        List<Pause> pauses,
        long waiting,
        @Nullable Instant oldest,
        long version) {

    /** Beyond that many are not counted. */
    public static final int MOST_COUNTED = 10_000;

    /** A node that holds back. @param reason what the mail server said */
    public record Pause(Instant since, Instant until, int failures, String reason) {}

    public boolean stopped() {
        return stoppedAt != null;
    }

    /** The domains with rates of their own, one on a line. */
    public String lines() {
        return domains.stream()
                .map(each -> each.domain() + " " + each.perSecond())
                .collect(Collectors.joining("\n"));
    }
}
