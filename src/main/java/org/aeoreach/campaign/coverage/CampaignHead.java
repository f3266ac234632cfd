package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aeoreach.campaign.AudienceRule;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.CampaignView;
import org.jspecify.annotations.Nullable;

/**
 * What pages of coverage and work need to know of a campaign.
 *
 * @param frozen whether its denominator stands
 * @param sisterSums whether the units it was issued to see each other's sums
 */
public record CampaignHead(
        long id,
        String titleZh,
        @Nullable String titleEn,
        String status,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean frozen,
        boolean sisterSums,
        String orgPath,
        List<Aim> aims) {

    /**
     * What is expected of one audience.
     *
     * @param percent of those in scope that are to be reached
     * @param strength a contact counts from this strength on
     * @param channels by which; empty for any
     */
    public record Aim(String audience, int percent, String strength, List<String> channels) {}

    /** What these pages need of a campaign. */
    public static CampaignHead of(CampaignView campaign) {
        CampaignContent content = campaign.content();
        return new CampaignHead(
                campaign.id(),
                content.titleZh(),
                content.titleEn(),
                campaign.status().name(),
                content.startsOn(),
                content.endsOn(),
                campaign.steps().issuedAt() != null,
                content.sisterSums(),
                campaign.orgPath(),
                content.audiences().stream().map(CampaignHead::aim).toList());
    }

    private static Aim aim(AudienceRule rule) {
        return new Aim(
                rule.audience().name(),
                rule.expected(),
                rule.leastStrength().name(),
                rule.channels().stream().map(Enum::name).toList());
    }

    public boolean running() {
        return status.equals("RUNNING");
    }

    /** Enterprises to be reached of so many in scope, rounded up; by the rule for all where the audience has none of its own. */
    public long expected(String audience, long inScope) {
        return aim(audience)
                .or(() -> aim("ALL"))
                .map(aim -> (inScope * aim.percent() + 99) / 100)
                .orElse(0L);
    }

    private Optional<Aim> aim(String audience) {
        return aims.stream().filter(aim -> aim.audience().equals(audience)).findFirst();
    }

    /** How much of its period has gone by, from 0 to 1. */
    public double elapsed(LocalDate today) {
        double days = endsOn.toEpochDay() - startsOn.toEpochDay() + 1;
        double gone = today.toEpochDay() - startsOn.toEpochDay() + 1;
        return Math.max(0, Math.min(1, gone / days));
    }
}
