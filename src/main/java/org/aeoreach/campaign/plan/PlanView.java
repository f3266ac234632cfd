package org.aeoreach.campaign.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.outreach.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a unit as the viewer may see it.
 *
 * @param answers what was asked and answered, and why the plan was given back
 * @param target enterprises its houses are to reach together; null for whoever stands below the unit
 * @param houses those the viewer sees, a house itself alone
 * @param begun whether a house has begun, so that handing down cannot be undone
 * @param barred whether the viewer had a hand in it and may not approve it
 */
public record PlanView(
        long id,
        long campaign,
        Unit unit,
        PlanStatus status,
        Answers answers,
        Words words,
        @Nullable Long target,
        List<House> houses,
        @Nullable Instant pushedAt,
        boolean begun,
        boolean barred,
        String orgPath,
        long version) {

    /** A unit of customs. */
    public record Unit(
            long id, String code, String zh, @Nullable String en) {}

    /** @param edition the newest one it took note of */
    public record Answers(
            @Nullable Integer edition,
            @Nullable Instant acknowledgedAt,
            @Nullable String question,
            @Nullable String reply,
            @Nullable String reason) {}

    /** What the unit wrote. */
    public record Words(
            @Nullable String regionalZh,
            @Nullable String regionalEn,
            List<Channel> channels,
            @Nullable String sessions,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate finishesOn,
            List<String> documents) {}

    /**
     * Part of a house.
     *
     * @param scope enterprises in scope when frozen
     * @param proposed by the rule of {@link Split}
     * @param target as planned, by the revision if one is being written, or null while nothing is
     * @param status of its part, or null while nothing is planned
     * @param edition the newest one it took note of
     */
    public record House(
            Unit unit,
            long scope,
            long reached,
            long proposed,
            @Nullable Long target,
            @Nullable LocalDate dueOn,
            @Nullable String status,
            @Nullable Integer edition) {

        /** Whether there is anything for it to do. */
        public boolean counts() {
            return scope > 0 || (target != null && target > 0);
        }
    }

    /** The sum of what is planned. */
    public long planned() {
        return houses.stream()
                .mapToLong(house -> house.target() == null ? 0 : house.target())
                .sum();
    }

    public long scope() {
        return houses.stream().mapToLong(House::scope).sum();
    }

    public long reached() {
        return houses.stream().mapToLong(House::reached).sum();
    }
}
