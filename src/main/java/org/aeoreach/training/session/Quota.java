package org.aeoreach.training.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Seats kept for enterprises of a customs house or district.
 *
 * @param unit its four-digit code
 */
public record Quota(
        @NotNull @Pattern(regexp = "[0-9]{4}") String unit,
        @Min(1) @Max(100_000) int seats) {

    private static final java.util.regex.Pattern LINE =
            java.util.regex.Pattern.compile("([0-9]{4})[ \t:：,，]+([0-9]{1,5})");

    /** As they are typed: one a line, the code and the number of seats. @throws Problem 400 at {@code quotas} */
    static List<Quota> read(@Nullable String typed) {
        List<Quota> all = new ArrayList<>();
        for (String line : typed == null ? new String[0] : typed.split("\n", -1)) {
            if (!line.isBlank()) {
                Matcher found = LINE.matcher(line.strip());
                if (!found.matches() || Integer.parseInt(found.group(2)) == 0) {
                    throw Problem.invalid("quotas", "session.invalid.quota-line", line.strip());
                }
                all.add(new Quota(found.group(1), Integer.parseInt(found.group(2))));
            }
        }
        return all;
    }

    static String write(List<Quota> quotas) {
        return quotas.stream().map(each -> each.unit() + " " + each.seats()).collect(Collectors.joining("\n"));
    }
}
