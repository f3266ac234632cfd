package org.aeoreach.web.list;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.cell.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param key in addresses: lower-case letters, digits and dashes
 * @param header message key
 * @param select SQL expressions its cell is made of; only those of shown columns are read
 * @param sort what it is sorted by, or null when it is not
 */
public record Column(
        String key,
        String header,
        List<String> select,
        Reader reader,
        @Nullable Sort sort,
        Set<Trait> traits) {

    /** Sorts Chinese by pinyin, Latin letters before it. */
    private static final String BY_PINYIN = " collate pinyin";

    /** Makes the cell; position 0 of the row is the column's own first expression. */
    public interface Reader {
        Cell read(Rows.Row row, Page page);
    }

    /** The SQL expression to sort by, for readers of each language. */
    public record Sort(String zh, String en) {
        String in(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    enum Trait {
        /** Names the row: links to its page, heads its card on a phone. */
        LEAD,
        /** Shown only when asked for. */
        HIDDEN,
        /** Set to the right. */
        NUMERIC
    }

    public static Column of(String key, String header, Reader reader, String... select) {
        return new Column(key, header, List.of(select), reader, null, Set.of());
    }

    public static Column text(String key, String header, String expression) {
        return of(key, header, (row, page) -> Cell.text(row.textOrNull(0)), expression);
    }

    public static Column code(String key, String header, String expression) {
        return of(key, header, (row, page) -> Cell.code(row.textOrNull(0)), expression);
    }

    /** A name in both languages, shown and sorted in the reader's; the Chinese one where the English is missing. */
    public static Column name(String key, String header, String zh, String en) {
        Reader reader =
                (row, page) -> Cell.text(row.textOrNull(0) == null ? null : page.pick(row.text(0), row.textOrNull(1)));
        Sort sort = new Sort(zh + BY_PINYIN, "coalesce(nullif(" + en + ", ''), " + zh + ")" + BY_PINYIN);
        return of(key, header, reader, zh, en).with(sort);
    }

    public static Column day(String key, String header, String expression) {
        return of(
                key,
                header,
                (row, page) -> row.dateOrNull(0) == null ? Cell.NONE : new Cell.Day(row.date(0)),
                expression);
    }

    public static Column moment(String key, String header, String expression) {
        return of(
                key,
                header,
                (row, page) -> row.instantOrNull(0) == null ? Cell.NONE : new Cell.Moment(row.instant(0)),
                expression);
    }

    public static Column number(String key, String header, String expression) {
        Reader reader = (row, page) -> {
            String number = row.textOrNull(0);
            return number == null ? Cell.NONE : new Cell.Amount(new BigDecimal(number));
        };
        return of(key, header, reader, expression).with(Trait.NUMERIC);
    }

    /**
     * One of a few values.
     *
     * @param words beginning of the message keys of the values
     */
    public static Column status(
            String key, String header, Function<String, Cell.Tone> tone, String words, String expression) {
        Reader reader = (row, page) -> {
            String value = row.textOrNull(0);
            return value == null ? Cell.NONE : new Cell.Status(page.t(words + value), tone.apply(value));
        };
        return of(key, header, reader, expression);
    }

    /** Sorted by its first expression. */
    public Column sortable() {
        return sortedBy(select.get(0));
    }

    public Column sortedBy(String expression) {
        return with(new Sort(expression, expression));
    }

    /** Sorted as text people read: Chinese by pinyin. */
    public Column sortedByName() {
        return sortedBy(select.get(0) + BY_PINYIN);
    }

    public Column hidden() {
        return with(Trait.HIDDEN);
    }

    public Column lead() {
        return with(Trait.LEAD);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Sort requiredSort() {
        return Objects.requireNonNull(sort, key);
    }

    private Column with(Sort by) {
        return new Column(key, header, select, reader, by, traits);
    }

    private Column with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Column(key, header, select, reader, sort, all);
    }
}
