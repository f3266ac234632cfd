package org.aeoreach.enterprise.segment.criterion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.filter.Fragment;

/**
 * Something an enterprise can be asked. Beans of this type are found; the words are the message {@code
 * segment.criterion.<key>}, and {@code segment.part.<name>} for each part.
 */
public interface SegmentCriterion {

    /** Names it in stored segments: lower-case letters and dashes; never changed. */
    String key();

    /** What is to be filled in; empty for a plain yes or no. */
    List<Part> parts();

    /**
     * The condition about the enterprise {@code e}.
     *
     * @param chosen for every part what was chosen; empty where nothing was and the part allows that
     */
    Fragment condition(Chosen chosen);

    /** How a part is filled in. */
    enum Kind {
        /** One of the options. */
        CHOICE,
        /** Some of the options. */
        CHOICES,
        /** A day, {@code 2026-04-01}. */
        DAY,
        /** A short text. */
        TEXT
    }

    /** Options in the reader's language, read when they are needed. */
    interface Options {
        List<Option> in(Page page);
    }

    /** A part. @param needed whether the criterion means nothing without it */
    record Part(String name, Kind kind, boolean needed, Options options) {

        /** Options named by messages that begin with {@code words}. */
        public static Part of(String name, Kind kind, String words, String... values) {
            return new Part(name, kind, true, page -> Arrays.stream(values)
                    .map(value -> new Option(value, page.t(words + value)))
                    .toList());
        }

        /** The same of an enumeration. */
        public static Part of(String name, Kind kind, String words, Enum<?>... values) {
            return of(name, kind, words, Arrays.stream(values).map(Enum::name).toArray(String[]::new));
        }

        public static Part day(String name) {
            return new Part(name, Kind.DAY, true, page -> List.of());
        }

        public static Part text(String name) {
            return new Part(name, Kind.TEXT, true, page -> List.of());
        }

        public Part optional() {
            return new Part(name, kind, false, options);
        }
    }

    /** What was chosen, by the names of parts. */
    record Chosen(Map<String, List<String>> values) {

        /** The one value of a part, or an empty text. */
        public String one(String part) {
            List<String> all = all(part);
            return all.isEmpty() ? "" : all.get(0);
        }

        public List<String> all(String part) {
            return values.getOrDefault(part, List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .toList();
        }

        /** Those of a part, joined by commas, as SQL splits them again; no value of ours has a comma. */
        public String joined(String part) {
            return String.join(",", all(part));
        }
    }
}
