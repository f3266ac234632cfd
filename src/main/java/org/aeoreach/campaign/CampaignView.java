package org.aeoreach.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the viewer sees it.
 *
 * @param conditions JSON of the condition enterprises in scope meet, or null for every enterprise
 * @param reason why it was given back or withdrawn
 * @param proposed the edition that waits for a second person, or null
 * @param origin the campaign it was adopted from
 * @param result what came of the template it is or was adopted from; null when it is neither or too few are counted
 */
public record CampaignView(
        long id,
        CampaignKind kind,
        CampaignStatus status,
        Unit unit,
        CampaignContent content,
        @Nullable String conditions,
        int edition,
        @Nullable Integer proposed,
        boolean template,
        @Nullable Origin origin,
        @Nullable Result result,
        @Nullable String reason,
        Steps steps,
        String orgPath,
        long version) {

    /** The unit that issues it. */
    public record Unit(
            long id, String code, String zh, @Nullable String en) {}

    /** Where it was adopted from; without a title when the viewer may no longer read that one. */
    public record Origin(
            long id,
            @Nullable String titleZh,
            @Nullable String titleEn,
            @Nullable String unitZh,
            @Nullable String unitEn) {}

    /** Enterprises in scope, and those of them that were reached. */
    public record Result(long scope, long reached) {}

    /** Who took which step, and when. */
    public record Steps(
            long authorId,
            @Nullable Long submittedBy,
            @Nullable Long approvedBy,
            @Nullable Long jobId,
            @Nullable Instant issuedAt,
            @Nullable Instant endedAt,
            Instant changedAt) {}

    public boolean directive() {
        return kind == CampaignKind.DIRECTIVE;
    }
}
