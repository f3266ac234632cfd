package org.aeoreach.web.chart;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures and how it is drawn. All words are in the reader's language.
 *
 * @param title what the figures are, with their unit
 * @param corner what the categories are: heading of the first column
 * @param categories rows of the table, places along the axis
 */
public record Chart(Kind kind, String title, String corner, List<String> categories, List<Series> series) {

    /** How the figures are drawn. */
    public enum Kind {
        BAR,
        STACKED,
        LINE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One column of the table, one colour.
     *
     * @param values one for each category; null where there is none
     */
    public record Series(String name, List<@Nullable Number> values) {}

    /** @throws IllegalArgumentException when a column is not as long as the others */
    public Chart {
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException(
                        each.name() + ": " + each.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }
}
