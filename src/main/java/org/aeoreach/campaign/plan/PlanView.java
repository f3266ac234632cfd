package org.aeoreach.campaign.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.aeoreach.campaign.activity.ActivityView;
import org.aeoreach.outreach.Channel;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a unit as the viewer may see it.
 *
 * @param answers what was asked and answered, and why the plan was given back
 * @param status below the unit as it was when the plan was approved last
 * @param words below the unit those approved last
 * @param edition how often it was approved
 * @param activities what takes place on certain days; for its unit and above with what a revision under way changes
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
        int edition,
        List<ActivityView> activities,
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
     * @param known of the plan, by the house; null while it has no part
     */
    public record House(
            Unit unit,
            long scope,
            long reached,
            long proposed,
            @Nullable Long target,
            @Nullable LocalDate dueOn,
            @Nullable String status,
            @Nullable Integer edition,
            @Nullable Known known) {

        House proposing(long share) {
            return new House(unit, scope, reached, share, target, dueOn, status, edition, known);
        }

        /** Whether the house has not taken note of what the plan says of it now. */
        boolean behind() {
            return known != null && known.former() != null;
        }

        /** Whether there is anything for it to do. */
        public boolean counts() {
            return scope > 0 || (target != null && target > 0);
        }
    }

    /**
     * What a house knows of the plan.
     *
     * @param edition of the plan it took note of
     * @param former what it was to reach then, or null when that is the same
     */
    public record Known(int edition, @Nullable Former former) {}

    /** What a house was to reach. */
    public record Former(long target, @Nullable LocalDate dueOn) {}

    /** The edition the viewer's house took note of; the newest for everybody who is not asked. */
    int known(@Nullable Viewer viewer) {
        return viewer == null || viewer.covers(orgPath)
                ? edition
                : houses.stream()
                        .map(House::known)
                        .filter(Objects::nonNull)
                        .mapToInt(Known::edition)
                        .min()
                        .orElse(edition);
    }

    /** The sum of what is planned. */
    public long planned() {
        return houses.stream()
                .mapToLong(house -> house.target() == null ? 0 : house.target())
                .sum();
    }

    /** The sum of what stands in the fields of its houses, as far as it is numbers. @param field tells what stands in one */
    public long typed(UnaryOperator<String> field) {
        return houses.stream()
                .map(house -> field.apply("target-" + house.unit().code()))
                .filter(typed -> typed.matches("[0-9]{1,9}"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** The days of its activities, dropped ones left out. */
    String dates() {
        return activities.stream()
                .filter(activity -> !activity.dropped())
                .map(activity -> activity.startsOn() + " " + activity.titleZh())
                .collect(Collectors.joining("; "));
    }

    public long scope() {
        return houses.stream().mapToLong(House::scope).sum();
    }

    public long reached() {
        return houses.stream().mapToLong(House::reached).sum();
    }
}
