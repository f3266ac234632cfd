package org.aeoreach.web.list.filter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;

/**
 * Something a list can be narrowed by.
 *
 * @param key its parameter in addresses; a span of days has two, {@code <key>-from} and {@code <key>-to}, a value on a
 *     day besides {@code <key>-day}
 * @param label message key
 * @param options of a choice
 * @param condition the SQL that values ask for; throws a {@link Problem} with the field's message for what it cannot
 *     read
 * @param aside whether it stands behind "more filters"
 * @param named what a reader's own names for options are, by value
 * @param few the values that only a few thousand rows at most have, found by an index: they are chosen first, and put
 *     in order then
 * @param lifting the box that is as good as ticked with some of its values
 */
public record Filter(
        String key,
        String label,
        Kind kind,
        List<Option> options,
        Condition condition,
        boolean aside,
        Predicate<String> few,
        Function<Page, Map<String, String>> named,
        Lifting lifting) {

    private static final int LONGEST = 200;
    private static final Lifting NOTHING = new Lifting("", value -> false);

    Filter(String key, String label, Kind kind, List<Option> options, Condition condition, boolean aside) {
        this(key, label, kind, options, condition, aside, value -> false, page -> Map.of(), NOTHING);
    }

    /** How it is asked for. */
    public enum Kind {
        /** The one search field; it comes first. */
        SEARCH,
        TEXT,
        CHOICE,
        FLAG,
        DAYS,
        /** One of several values, as it was on a day. */
        DATED,
        /** Not asked for: the page the list stands on has decided it, and it stays with every link. */
        GIVEN
    }

    /** Values that could not be found while a box is not ticked. @param flag key of the box */
    private record Lifting(String flag, Predicate<String> values) {}

    /** A value of a choice and the message key of its name. */
    public record Option(String value, String label) {}

    /** Makes the condition of values, one for each parameter of the filter; some may be empty, not all. */
    public interface Condition {
        Fragment of(List<String> values);
    }

    /** Text found anywhere in one of the expressions, upper and lower case alike. */
    public static Filter search(String label, String... expressions) {
        return search(label, text -> anywhere(text, expressions));
    }

    /** Text found in a way of its own. */
    public static Filter search(String label, Function<String, Fragment> condition) {
        return new Filter("q", label, Kind.SEARCH, List.of(), values -> condition.apply(text("q", values)), false);
    }

    public static Fragment anywhere(String text, String... expressions) {
        String pattern = "%" + Rows.likeQuoted(text) + "%";
        String any = Arrays.stream(expressions)
                .map(expression -> expression + " ilike ?")
                .collect(Collectors.joining(" or ", "(", ")"));
        return Fragment.of(any, Arrays.stream(expressions).map(e -> pattern).toArray());
    }

    /** Text, read in a way of its own. */
    public static Filter text(String key, String label, Function<String, Fragment> condition) {
        return new Filter(key, label, Kind.TEXT, List.of(), values -> condition.apply(text(key, values)), false);
    }

    /** What the page of the list is about, such as a saved condition; the reader sees no field and cannot take it away. */
    public static Filter given(String key, String label, Function<String, Fragment> condition) {
        return new Filter(key, label, Kind.GIVEN, List.of(), values -> condition.apply(text(key, values)), false);
    }

    /** Exactly this text. */
    public static Filter equal(String key, String label, String expression) {
        return text(key, label, text -> Fragment.of(expression + " = ?", text));
    }

    /** One of the values of an enumeration, named by messages that begin with {@code words}. */
    public static Filter choice(String key, String label, Enum<?>[] values, String words, String expression) {
        List<Option> options = Arrays.stream(values)
                .map(value -> new Option(value.name(), words + value.name()))
                .toList();
        return choice(key, label, options, value -> Fragment.of(expression + " = ?", value));
    }

    public static Filter choice(String key, String label, List<Option> options, Function<String, Fragment> condition) {
        Condition one = values -> {
            if (options.stream().noneMatch(option -> option.value().equals(values.get(0)))) {
                throw Problem.invalid(key, "list.invalid.choice");
            }
            return condition.apply(values.get(0));
        };
        return new Filter(key, label, Kind.CHOICE, options, one, false);
    }

    /** Yes or no. @param yes SQL condition */
    public static Filter yesNo(String key, String label, String yes) {
        List<Option> options = List.of(new Option("yes", "web.yes"), new Option("no", "web.no"));
        return choice(
                key,
                label,
                options,
                value -> Fragment.of("(" + yes + ") is " + (value.equals("yes") ? "" : "not ") + "true"));
    }

    /** A box to tick. @param otherwise SQL condition as long as it is not ticked */
    public static Filter including(String key, String label, String otherwise) {
        return new Filter(key, label, Kind.FLAG, List.of(), values -> flag(key, values, otherwise), false);
    }

    private static Fragment flag(String key, List<String> values, String otherwise) {
        return switch (values.get(0)) {
            case "true" -> Fragment.NONE;
            case "", "false" -> Fragment.of(otherwise);
            default -> throw Problem.invalid(key, "list.invalid.flag");
        };
    }

    /** A span of days in Shanghai, both included, either open. @param expression of type timestamptz */
    public static Filter days(String key, String label, String expression) {
        return new Filter(
                key, label, Kind.DAYS, List.of(), values -> Days.of(key, values).of(expression, true), false);
    }

    /** A span of days. @param expression of type date */
    public static Filter dates(String key, String label, String expression) {
        return new Filter(
                key, label, Kind.DAYS, List.of(), values -> Days.of(key, values).of(expression, false), false);
    }

    /** Makes the condition of a value on a day. */
    public interface OnDay {
        Fragment of(String value, LocalDate day);
    }

    /** One of several values as it was on a day; the value has the parameter {@code <key>}, the day {@code <key>-day}. */
    public static Filter dated(String key, String label, List<Option> options, OnDay condition) {
        Condition both = values -> {
            if (options.stream().noneMatch(option -> option.value().equals(values.get(0)))) {
                throw Problem.invalid(key, "list.invalid.choice");
            }
            LocalDate day = Days.day(key + "-day", values.get(1));
            if (day == null) {
                throw Problem.invalid(key + "-day", "list.invalid.day-needed");
            }
            return condition.of(values.get(0), day);
        };
        return new Filter(key, label, Kind.DATED, options, both, false);
    }

    /** What belongs to the unit of a four-digit customs code and the units below it. @param path SQL, an org_path */
    public static Filter unit(String key, String label, String path) {
        return text(key, label, code -> {
            if (!code.matches("[0-9]{4}")) {
                throw Problem.invalid(key, "list.invalid.unit");
            }
            // A range, so that an index on the path is read; the dot that closes a path counts up to a slash.
            return Fragment.of(
                    path + " >= (select u.org_path from unit u where u.code = ?) and " + path
                            + " < (select left(u.org_path, -1) || '/' from unit u where u.code = ?)",
                    code,
                    code);
        });
    }

    /** The same filter behind "more filters". */
    public Filter more() {
        return new Filter(key, label, kind, options, condition, true, few, named, lifting);
    }

    /** The same filter, with values that few rows have. */
    public Filter few(Predicate<String> values) {
        return new Filter(key, label, kind, options, condition, aside, values, named, lifting);
    }

    /** The same filter; with these values the box of that key is as good as ticked, which would leave them out. */
    public Filter lifting(String flag, Predicate<String> values) {
        return new Filter(key, label, kind, options, condition, aside, few, named, new Lifting(flag, values));
    }

    /** Whether with this value the box of that key is as good as ticked. */
    public boolean lifts(String flag, String value) {
        return lifting.flag().equals(flag) && lifting.values().test(value);
    }

    /** The same filter, with options that have names of their own for a reader; those without keep their message. */
    public Filter named(Function<Page, Map<String, String>> names) {
        return new Filter(key, label, kind, options, condition, aside, few, names, lifting);
    }

    /** Its options as the reader is shown them: values with their words, in order. */
    public Map<String, String> words(Page page) {
        Map<String, String> own = named.apply(page);
        Map<String, String> words = new LinkedHashMap<>();
        for (Option option : options) {
            String name = own.get(option.value());
            words.put(option.value(), name == null ? page.t(option.label()) : name);
        }
        return words;
    }

    /** Names of its parameters in addresses. */
    public List<String> parameters() {
        return switch (kind) {
            case DAYS -> List.of(key + "-from", key + "-to");
            case DATED -> List.of(key, key + "-day");
            default -> List.of(key);
        };
    }

    private static String text(String key, List<String> values) {
        if (values.get(0).length() > LONGEST) {
            throw Problem.invalid(key, "list.invalid.text", LONGEST);
        }
        return values.get(0);
    }
}
