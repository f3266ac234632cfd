package org.aeoreach.outreach;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.outreach.task.FollowUp;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a contact.
 *
 * @param day in Shanghai, today or earlier
 * @param time when it began, in Shanghai, not later than now; null when nobody knows
 * @param strength null: what the channel stands for
 * @param enterprises with whom; together with {@code partners} at least one, at most 100
 * @param officers who took part; the one who writes it when nobody is named
 * @param persons contact persons of these enterprises and partners who were met
 * @param people others who were met, in words
 * @param heard what was heard about a policy, or null when nothing was
 * @param shared whether those who see one of the parties may read the words
 * @param told whether the enterprises see day, channel and what was agreed
 */
public record Contact(
        @NotNull LocalDate day,
        @Nullable LocalTime time,
        @NotNull Channel channel,
        @NotNull Direction direction,
        @Nullable Strength strength,
        @Size(max = Contact.MOST) Set<@NotNull Long> enterprises,
        @Size(max = Contact.MOST) Set<@NotNull Long> partners,
        @Size(max = 20) Set<@NotNull Long> officers,
        @Size(max = Contact.MOST) Set<@NotNull Long> persons,
        @Nullable @Size(max = 500) String people,
        @Valid @Size(max = 20) List<@NotNull Topic> subjects,
        @Nullable @Size(max = 4000) String said,
        @Nullable @Size(max = 2000) String agreed,
        @Nullable @Valid Heard heard,
        boolean shared,
        boolean told,
        @Valid @Size(max = 10) List<@NotNull FollowUp> tasks) {

    /** Enterprises of one contact, and persons met. */
    static final int MOST = 100;

    /** Feedback on a policy. */
    public record Heard(
            @NotNull @Size(min = 1, max = 1000) String on,
            @NotNull Severity severity) {}

    /** Whether it names neither an enterprise nor a partner organisation. */
    boolean withNobody() {
        return enterprises.isEmpty() && partners.isEmpty();
    }

    /** What a program leaves out is nothing. */
    public Contact {
        enterprises = Objects.requireNonNullElse(enterprises, Set.of());
        partners = Objects.requireNonNullElse(partners, Set.of());
        officers = Objects.requireNonNullElse(officers, Set.of());
        persons = Objects.requireNonNullElse(persons, Set.of());
        subjects = Objects.requireNonNullElse(subjects, List.of());
        tasks = Objects.requireNonNullElse(tasks, List.of());
    }
}
