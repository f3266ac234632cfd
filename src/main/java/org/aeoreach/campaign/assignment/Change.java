package org.aeoreach.campaign.assignment;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is done with enterprises of a work list.
 *
 * @param versions the version of each row, in the same order, as it was seen: what others changed since is not overwritten
 * @param reason why they are excluded or not reachable; not for the others
 * @param remark in one's own words; needed when the reason is another one
 * @param day on which they come back, when they are put off
 * @param officerId who is to work on them, when they are given to somebody
 */
public record Change(
        @NotEmpty List<@NotNull Long> enterpriseIds,
        @NotEmpty List<@NotNull Long> versions,
        @NotNull @Nullable Action action,
        @Nullable Reason reason,
        @Size(max = 500) @Nullable String remark,
        @Nullable LocalDate day,
        @Nullable Long officerId) {

    /** What can be done with a row. */
    public enum Action {
        UNREACHABLE,
        EXCLUDE,
        OPEN,
        POSTPONE,
        GIVE,
        TAKE,
        RELEASE;

        boolean standing() {
            return this == UNREACHABLE || this == EXCLUDE;
        }

        /** The reasons there may be. */
        Set<Reason> reasons() {
            return switch (this) {
                case UNREACHABLE -> EnumSet.of(Reason.NO_CONTACT, Reason.DECLINED, Reason.OTHER);
                case EXCLUDE ->
                    EnumSet.of(Reason.CLOSED, Reason.MOVED, Reason.DUPLICATE, Reason.NOT_APPLICABLE, Reason.OTHER);
                default -> EnumSet.noneOf(Reason.class);
            };
        }
    }

    /** Why an enterprise is not worked on. */
    public enum Reason {
        CLOSED,
        MOVED,
        NO_CONTACT,
        DECLINED,
        DUPLICATE,
        NOT_APPLICABLE,
        OTHER
    }

    /** The version seen of each row. */
    Map<Long, Long> seen() {
        Map<Long, Long> seen = new LinkedHashMap<>();
        for (int i = 0; i < enterpriseIds.size(); i++) {
            seen.put(enterpriseIds.get(i), versions.get(i));
        }
        return seen;
    }

    /** The same, but these rows are left as they stand. */
    Change without(Collection<Long> left) {
        Map<Long, Long> rest = seen();
        rest.keySet().removeAll(left);
        return new Change(
                List.copyOf(rest.keySet()), List.copyOf(rest.values()), action, reason, remark, day, officerId);
    }

    /** @throws Problem 400 at the field that is missing or wrong */
    void check(LocalDate today) {
        if (versions.size() != enterpriseIds.size()) {
            throw Problem.invalid("versions", "assignment.invalid.versions");
        }
        if (action != null && action.standing()) {
            if (reason == null) {
                throw Problem.invalid("reason", "web.invalid.NotNull");
            }
            if (!action.reasons().contains(reason)) {
                throw Problem.invalid("reason", "assignment.invalid.reason." + action);
            }
            if (reason == Reason.OTHER && (remark == null || remark.isBlank())) {
                throw Problem.invalid("remark", "assignment.invalid.remark");
            }
        }
        if (action == Action.POSTPONE && (day == null || !day.isAfter(today))) {
            throw Problem.invalid("day", "assignment.invalid.day");
        }
        if (action == Action.GIVE && officerId == null) {
            throw Problem.invalid("officerId", "web.invalid.NotNull");
        }
    }
}
