package org.aeoreach.web.list.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in one column of one row: a typed value, so that page, CSV and spreadsheet each show it in their way. */
public sealed interface Cell {

    Cell NONE = new Text("", Look.PLAIN, null);

    static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Text(text, Look.PLAIN, null);
    }

    /** A code, number or address that is read letter by letter. */
    static Cell code(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Text(text, Look.CODE, null);
    }

    /** What explains the cell before it. */
    static Cell quiet(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Text(text, Look.QUIET, null);
    }

    static Cell quietCode(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Text(text, Look.QUIET_CODE, null);
    }

    /** Text in a language that may not be the reader's: two letters. */
    static Cell in(String language, String text) {
        return new Text(text, Look.PLAIN, language);
    }

    static Cell status(String text, Tone tone) {
        return new Status(text, tone);
    }

    /** Side by side. */
    static Cell beside(Cell... cells) {
        return new Several(List.of(cells), false);
    }

    /** One below the other. */
    static Cell below(Cell... cells) {
        return new Several(List.of(cells), true);
    }

    static Cell below(List<Cell> cells) {
        return new Several(List.copyOf(cells), true);
    }

    default boolean isEmpty() {
        return this instanceof Text text && text.text().isEmpty();
    }

    /** How a text is set. */
    enum Look {
        PLAIN,
        CODE,
        QUIET,
        QUIET_CODE
    }

    /** What a status means for the reader; never told by colour alone. */
    enum Tone {
        NEUTRAL,
        GOOD,
        WARN,
        BAD,
        OFF
    }

    record Text(String text, Look look, @Nullable String language) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(Instant at) implements Cell {}

    record Amount(Number value) implements Cell {}

    record Status(String text, Tone tone) implements Cell {}

    record Link(String href, Cell cell) implements Cell {}

    record Several(List<Cell> cells, boolean lines) implements Cell {
        public Several {
            cells = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        }
    }

    /** So much of a whole that is known; {@code total} is above 0. */
    record Share(long done, long total) implements Cell {

        public long percent() {
            return done * 100 / total;
        }
    }
}
