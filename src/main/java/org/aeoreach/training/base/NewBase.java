package org.aeoreach.training.base;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A base as it is entered or changed.
 *
 * @param foundedOn year, month or day, as far as it is known: {@code 2015}, {@code 2015-07} or {@code 2024-08-21}
 * @param source where this is known from; needed for a base that is not a mere venue
 * @param uncertain whether something of this still has to be verified
 */
public record NewBase(
        @NotNull BaseKind baseKind,
        @NotBlank @Size(max = 100) String nameZh,
        @Nullable @Size(max = 200) String nameEn,
        @Nullable @Size(max = 200) String addressZh,
        @Nullable @Size(max = 300) String addressEn,
        @Nullable @Size(max = 10) String foundedOn,
        @Size(max = 5) Set<@NotNull Area> areas,
        @Nullable @Size(max = 1000) String noteZh,
        @Nullable @Size(max = 2000) String noteEn,
        @Nullable @Size(max = 300) String source,
        boolean uncertain) {

    public NewBase {
        areas = Objects.requireNonNullElse(areas, Set.of());
    }
}
