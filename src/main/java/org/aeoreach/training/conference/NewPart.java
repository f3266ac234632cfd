package org.aeoreach.training.conference;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A part of a conference as it is to be; its times are those of the conference's zone, and it ends the day it begins.
 *
 * @param track number of a track, or null where it is for all
 * @param seats of a break-out; null for as many as come
 * @param reason what those registered are told when its time or place changes, or null
 */
public record NewPart(
        @NotNull ConferencePart part,
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @Nullable @Size(max = 5000) String aboutZh,
        @Nullable @Size(max = 10000) String aboutEn,
        @NotNull LocalDate startDay,
        @NotNull LocalTime startTime,
        @NotNull LocalTime endTime,
        @Nullable Long track,
        @Nullable @Size(max = 300) String placeZh,
        @Nullable @Size(max = 300) String placeEn,
        @Nullable @Min(1) @Max(100_000) Integer seats,
        @Nullable @Size(max = 1000) String reason) {

    static Form begun(LocalDate day) {
        return Form.of(NewPart.class)
                .with("part", ConferencePart.BREAKOUT)
                .with("startDay", day)
                .with("startTime", "09:00")
                .with("endTime", "10:30");
    }

    static Form filled(PartView part) {
        return Form.of(NewPart.class)
                .with("part", part.part())
                .with("titleZh", part.titleZh())
                .with("titleEn", part.titleEn())
                .with("aboutZh", part.textZh())
                .with("aboutEn", part.textEn())
                .with("startDay", part.from().toLocalDate())
                .with("startTime", part.from().toLocalTime())
                .with("endTime", part.until().toLocalTime())
                .with("track", part.track())
                .with("placeZh", part.placeZh())
                .with("placeEn", part.placeEn())
                .with("seats", part.seats())
                .version(part.version());
    }
}
