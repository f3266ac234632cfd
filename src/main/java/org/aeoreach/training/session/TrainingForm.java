package org.aeoreach.training.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.training.course.TrainingCourseView;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A session field by field as its page has it; see {@link NewTraining}.
 *
 * @param titleZh null: that of the course
 * @param endDay null: the same day
 * @param registrationUntil the last day on which one can register
 * @param quotas one a line: the code of a house or district, and its seats
 */
public record TrainingForm(
        @NotNull TrainingKind kind,
        @Nullable Long course,
        @Nullable @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @Nullable @Size(max = 5000) String aboutZh,
        @Nullable @Size(max = 10000) String aboutEn,
        @NotNull LocalDate startDay,
        @NotNull LocalTime startTime,
        @Nullable LocalDate endDay,
        @NotNull LocalTime endTime,
        @NotBlank @Size(max = 60) String zone,
        @Nullable @Size(max = 300) String placeZh,
        @Nullable @Size(max = 300) String placeEn,

        @Nullable @Size(max = 500) @Pattern(regexp = "https?://\\S+")
        String link,

        @Nullable Long room,
        @Size(max = 20) List<Long> trainers,
        @NotNull TaughtIn taughtIn,
        @NotEmpty Set<TrainingAudience> audience,
        @Nullable @Min(1) @Max(100_000) Integer seats,
        @Nullable @Min(1) @Max(1000) Integer perEnterprise,
        @Nullable @Size(max = 2000) String quotas,
        @Nullable LocalDate releaseOn,
        boolean priorityUnreached,
        @Nullable LocalDate registrationFrom,
        @Nullable LocalDate registrationUntil,
        boolean approving,
        @Nullable @Min(0) @Max(720) Integer acceptHours,
        @Nullable Long campaign,
        @Nullable Long planned,
        @Nullable @Size(max = 1000) String reason) {

    NewTraining training() {
        return new NewTraining(
                kind,
                course,
                titleZh,
                titleEn,
                aboutZh,
                aboutEn,
                startDay.atTime(startTime),
                (endDay == null ? startDay : endDay).atTime(endTime),
                zone,
                placeZh,
                placeEn,
                link,
                room,
                trainers,
                taughtIn,
                audience,
                seats,
                perEnterprise,
                Quota.read(quotas),
                releaseOn,
                priorityUnreached,
                registrationFrom == null ? null : registrationFrom.atStartOfDay(),
                registrationUntil == null ? null : registrationUntil.plusDays(1).atStartOfDay(),
                approving,
                acceptHours == null ? 0 : acceptHours,
                campaign,
                planned,
                reason);
    }

    static Form begun(LocalDate today) {
        return Form.of(TrainingForm.class)
                .with("kind", TrainingKind.CLASS)
                .with("startDay", today.plusDays(14))
                .with("startTime", "09:00")
                .with("endTime", "11:30")
                .with("zone", "Asia/Shanghai")
                .with("taughtIn", TaughtIn.ZH)
                .with("audience", List.of(TrainingAudience.ALL))
                .with("acceptHours", 24);
    }

    /** One that teaches a course: as long as it is, where that is a day at most. */
    static Form teaching(TrainingCourseView course, LocalDate today) {
        LocalTime ends = LocalTime.of(9, 0).plusMinutes(Math.min(course.minutes(), 540));
        boolean english = course.languages().contains(TeachingLanguage.EN);
        boolean chinese = course.languages().contains(TeachingLanguage.ZH);
        return begun(today)
                .with("course", course.id())
                .with("titleZh", course.titleZh())
                .with("titleEn", course.titleEn())
                .with("aboutZh", course.summaryZh())
                .with("aboutEn", course.summaryEn())
                .with("audience", course.audience())
                .with("taughtIn", english && !chinese ? TaughtIn.EN : TaughtIn.ZH)
                .with("endTime", ends);
    }

    /** Another one like it: when it is and until when one registers is still to be said. */
    static Form like(TrainingView training) {
        LocalDateTime starts = training.local(training.startsAt());
        SessionRoom room = training.room();
        return Form.of(TrainingForm.class)
                .with("kind", training.kind())
                .with(
                        "course",
                        training.course() == null ? null : training.course().id())
                .with("titleZh", training.titleZh())
                .with("titleEn", training.titleEn())
                .with("aboutZh", training.textZh())
                .with("aboutEn", training.textEn())
                .with("startTime", starts.toLocalTime())
                .with("endTime", training.local(training.endsAt()).toLocalTime())
                .with("zone", training.zone())
                .with("placeZh", room == null ? training.placeZh() : null)
                .with("placeEn", room == null ? training.placeEn() : null)
                .with("link", room != null && room.lends() ? null : training.link())
                .with("room", room == null ? null : room.id())
                .with(
                        "trainers",
                        training.trainers().stream().map(SessionTeacher::id).toList())
                .with("taughtIn", training.taughtIn())
                .with("audience", training.audience())
                .with("seats", training.seats().capacity())
                .with("perEnterprise", training.seats().perEnterprise())
                .with("quotas", Quota.write(training.seats().quotas()))
                .with("priorityUnreached", training.seats().priorityUnreached())
                .with("approving", training.seats().approval())
                .with("acceptHours", training.seats().acceptHours())
                .with("campaign", training.campaign());
    }

    static Form filled(TrainingView training) {
        LocalDate starts = training.local(training.startsAt()).toLocalDate();
        LocalDate ends = training.local(training.endsAt()).toLocalDate();
        return like(training)
                .with("startDay", starts)
                .with("endDay", starts.equals(ends) ? null : ends)
                .with("releaseOn", training.seats().releaseOn())
                .with(
                        "registrationFrom",
                        training.registrationFrom() == null
                                ? null
                                : training.local(training.registrationFrom()).toLocalDate())
                .with("registrationUntil", training.lastDay())
                .with("planned", training.planned())
                .version(training.version());
    }
}
