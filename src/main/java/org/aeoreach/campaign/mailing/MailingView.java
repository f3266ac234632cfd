package org.aeoreach.campaign.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aeoreach.campaign.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as the viewer sees it.
 *
 * @param conditions JSON of the condition its enterprises meet when letters are written; null: every enterprise in scope
 * @param units those it is for, with the units below them; empty: all of the unit that sends it
 * @param sendAt the earliest moment it goes out; null: as soon as it is approved
 * @param reason why it was returned or withdrawn
 * @param stopped whether it was withdrawn because the campaign was over
 * @param written whether everybody was written to
 * @param barred whether the viewer may not approve it: he had a hand in it or acts in another role
 */
public record MailingView(
        long id,
        long campaign,
        Unit unit,
        String titleZh,
        @Nullable String titleEn,
        @Nullable String purpose,
        MailingStatus status,
        @Nullable String conditions,
        List<Unit> units,
        List<MailingState> states,
        @Nullable Instant sendAt,
        List<MailingText> texts,
        @Nullable String reason,
        boolean stopped,
        boolean written,
        boolean barred,
        Steps steps,
        String orgPath,
        long version) {

    /** A unit that sends it or that it is for. */
    public record Unit(
            long id, String code, String zh, @Nullable String en) {}

    /** Who took which step, and when. @param jobId the newest job that sends it */
    public record Steps(
            long authorId,
            @Nullable Long submittedBy,
            @Nullable Long approvedBy,
            @Nullable Long jobId,
            @Nullable Instant approvedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Instant changedAt) {}

    /** What it says to an audience, if it is for it. */
    public Optional<MailingText> text(Audience audience) {
        return texts.stream().filter(text -> text.audience() == audience).findFirst();
    }
}
