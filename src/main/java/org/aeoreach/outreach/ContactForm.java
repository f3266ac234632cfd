package org.aeoreach.outreach;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.outreach.task.FollowUp;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** The fields of the form in which a contact is written down; see {@link Contact} for what they mean. */
public record ContactForm(
        Set<Long> enterprises,
        @Size(max = 200) String enterpriseText,
        Set<Long> partners,
        @NotNull LocalDate day,
        @Nullable LocalTime time,
        @NotNull Channel channel,
        @NotNull Direction direction,
        @Nullable Strength strength,
        Set<String> subjects,
        Set<String> about,
        @Nullable SubjectKind subjectKind,
        @Size(max = Topic.LONGEST) String subject,
        @Size(max = 4000) String said,
        @Size(max = 2000) String agreed,
        Set<Long> officers,
        Set<Long> persons,
        @Size(max = 500) String people,
        boolean heard,
        @Size(max = 1000) String heardOn,
        @Nullable Severity severity,
        boolean shared,
        boolean told,
        @Size(max = FollowUp.LONGEST) String task,
        @Nullable LocalDate taskDue,
        @Nullable Long taskOwner,
        @Size(max = 300) String reason) {

    /**
     * The contact with these enterprises.
     *
     * @throws Problem 400 at the field that is missing
     */
    Contact contact(Set<Long> all) {
        // A contact that is corrected may be with parties that went to other houses, and names nobody here any more.
        if (all.isEmpty() && partners.isEmpty() && reason.isEmpty()) {
            throw Problem.invalid("enterpriseText", "outreach.invalid.with-whom");
        }
        return new Contact(
                day,
                time,
                channel,
                direction,
                strength,
                all,
                partners,
                officers,
                persons,
                people,
                topics(),
                said,
                agreed,
                feedback(),
                shared,
                told,
                task.isEmpty() ? List.of() : List.of(followUp()));
    }

    private List<Topic> topics() {
        Set<Topic> topics = new LinkedHashSet<>();
        subjects.forEach(value -> Topic.of(value).ifPresent(topics::add));
        about.forEach(value -> Topic.of(value).ifPresent(topics::add));
        if (!subject.isEmpty()) {
            topics.add(Topic.words(Objects.requireNonNullElse(subjectKind, SubjectKind.OTHER), subject));
        }
        return List.copyOf(topics);
    }

    private Contact.@Nullable Heard feedback() {
        if (!heard) {
            return null;
        }
        if (heardOn.isEmpty()) {
            throw Problem.invalid("heardOn", "web.invalid.NotNull");
        }
        if (severity == null) {
            throw Problem.invalid("severity", "web.invalid.NotNull");
        }
        return new Contact.Heard(heardOn, severity);
    }

    private FollowUp followUp() {
        if (taskDue == null) {
            throw Problem.invalid("taskDue", "web.invalid.NotNull");
        }
        return new FollowUp(task, taskDue, taskOwner);
    }
}
