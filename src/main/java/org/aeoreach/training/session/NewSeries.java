package org.aeoreach.training.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Sessions to be planned in one go, each like the one they are made from.
 *
 * @param firstDay of the first of them
 * @param everyDays for {@link Rhythm#DAYS}
 * @param count how many
 * @param patternZh what they are called; {@code {n}} is the number of each
 * @param numberFrom number of the first of them
 */
public record NewSeries(
        @NotNull LocalDate firstDay,
        @NotNull Rhythm rhythm,
        @Nullable @Min(1) @Max(365) Integer everyDays,
        @NotNull @Min(1) @Max(52) Integer count,
        @NotBlank @Size(max = 190) String patternZh,
        @Nullable @Size(max = 290) String patternEn,
        @NotNull @Min(1) @Max(1000) Integer numberFrom) {

    /** The days on which they begin. @throws Problem 400 at {@code everyDays} */
    List<LocalDate> days() {
        if (rhythm == Rhythm.DAYS && everyDays == null) {
            throw Problem.invalid("everyDays", "web.invalid.NotNull");
        }
        int step = rhythm == Rhythm.WEEKLY || everyDays == null ? 7 : everyDays;
        return IntStream.range(0, count)
                .mapToObj(each -> firstDay.plusDays((long) each * step))
                .toList();
    }

    String titleZh(int each) {
        return patternZh.strip().replace("{n}", Integer.toString(numberFrom + each));
    }

    @Nullable
    String titleEn(int each) {
        return patternEn == null ? null : patternEn.strip().replace("{n}", Integer.toString(numberFrom + each));
    }
}
