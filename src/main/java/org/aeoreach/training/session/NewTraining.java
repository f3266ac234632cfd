package org.aeoreach.training.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.training.TrainingAudience;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is to be.
 *
 * @param course number of the course it teaches, or null
 * @param titleZh null: that of the course
 * @param startsAt in its zone, as are {@code endsAt} and the times of registration
 * @param zone name of a time zone
 * @param placeZh where no room of a base is booked
 * @param link address of an online session, told to who is registered only; null: that of the room
 * @param room number of the room that is booked, or null
 * @param trainers numbers of those who teach, in their order
 * @param audience enterprises, or officers alone
 * @param seats seats, or null for as many as come
 * @param perEnterprise people of one enterprise at most, or null
 * @param acceptHours hours in which who waited accepts the seat offered to him; 0: he has it at once
 * @param releaseOn the day from which seats kept for houses and districts are for everybody, or null
 * @param priorityUnreached whether people of enterprises nobody has reached move up before others
 * @param campaign number of the campaign it serves, or null
 * @param planned number of the planned activity of that campaign it carries out, or null
 * @param reason what attendees are told when its time or place changes, or null
 */
public record NewTraining(
        @NotNull TrainingKind kind,
        @Nullable Long course,
        @Nullable @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @Nullable @Size(max = 5000) String aboutZh,
        @Nullable @Size(max = 10000) String aboutEn,
        @NotNull LocalDateTime startsAt,
        @NotNull LocalDateTime endsAt,
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
        @NotNull @Size(max = 100) List<@Valid Quota> quotas,
        @Nullable LocalDate releaseOn,
        boolean priorityUnreached,
        @Nullable LocalDateTime registrationFrom,
        @Nullable LocalDateTime registrationUntil,
        boolean approving,
        @Min(0) @Max(720) int acceptHours,
        @Nullable Long campaign,
        @Nullable Long planned,
        @Nullable @Size(max = 1000) String reason) {

    public NewTraining {
        trainers = Objects.requireNonNullElse(trainers, List.of());
    }

    /** One like another, at times of its own; what was planned for a day the other carries out. */
    static NewTraining like(TrainingView one, SessionDates dates, String titleZh, @Nullable String titleEn) {
        SessionRoom room = one.room();
        SeatRules seats = one.seats();
        return new NewTraining(
                one.kind(),
                one.course() == null ? null : one.course().id(),
                titleZh,
                titleEn,
                one.textZh(),
                one.textEn(),
                dates.startsAt(),
                dates.endsAt(),
                one.zone(),
                room == null ? one.placeZh() : null,
                room == null ? one.placeEn() : null,
                room != null && room.lends() ? null : one.link(),
                room == null ? null : room.id(),
                one.trainers().stream().map(SessionTeacher::id).toList(),
                one.taughtIn(),
                new LinkedHashSet<>(one.audience()),
                seats.capacity(),
                seats.perEnterprise(),
                seats.quotas(),
                dates.releaseOn(),
                seats.priorityUnreached(),
                dates.registrationFrom(),
                dates.registrationUntil(),
                seats.approval(),
                seats.acceptHours(),
                one.campaign(),
                null,
                null);
    }
}
