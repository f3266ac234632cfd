package org.aeoreach.mail.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** How fast mail may leave. @param domains those with rates of their own, each once */
public record Rates(
        @Min(1) @Max(10_000) int perSecond,
        @Min(1) @Max(10_000) int perDomain,
        @NotNull @Size(max = 200) List<@Valid DomainRate> domains) {

    /** The same as typed. @param domains a domain and its rate on each line */
    public record Typed(
            @Min(1) @Max(10_000) int perSecond,
            @Min(1) @Max(10_000) int perDomain,
            @Nullable @Size(max = 10_000) String domains) {

        /** @throws Problem 400 naming the line that cannot be read */
        Rates read() {
            String lines = domains == null ? "" : domains;
            return new Rates(
                    perSecond,
                    perDomain,
                    lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(Typed::line)
                            .toList());
        }

        private static DomainRate line(String line) {
            String[] parts = line.split("\\s+");
            if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,3}|10000")) {
                throw Problem.invalid("domains", "mail.invalid.domain-line", line);
            }
            return new DomainRate(parts[0], Integer.parseInt(parts[1]));
        }
    }
}
