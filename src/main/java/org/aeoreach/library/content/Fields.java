package org.aeoreach.library.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one file, read one by one; what is wrong with them is told as faults. */
final class Fields {
    private final Map<String, FrontMatter.Field> all;
    private final Faults faults;

    Fields(FrontMatter front, Faults faults) {
        this.all = front.fields();
        this.faults = faults;
    }

    /** Tells fields that the format does not know, or not in this file. */
    void only(Set<String> known, Set<String> otherFile) {
        all.forEach((name, field) -> {
            if (otherFile.contains(name)) {
                faults.add(field.line(), "content.fault.field-of-chinese-file", name);
            } else if (!known.contains(name)) {
                faults.add(field.line(), "content.fault.unknown-field", name);
            }
        });
    }

    int line(String name) {
        FrontMatter.Field field = all.get(name);
        return field == null ? 1 : field.line();
    }

    /** @return null when it is not there */
    @Nullable
    String optional(String name) {
        FrontMatter.Field field = all.get(name);
        if (field == null) {
            return null;
        }
        if (field.list() || field.values().get(0).isEmpty()) {
            faults.add(field.line(), "content.fault.no-value", name);
            return null;
        }
        return field.values().get(0);
    }

    /** @return empty when it is missing, which is a fault */
    String text(String name) {
        require(name);
        return Optional.ofNullable(optional(name)).orElse("");
    }

    String text(String name, int longest) {
        String text = text(name);
        if (text.codePointCount(0, text.length()) > longest) {
            faults.add(line(name), "content.fault.too-long", name, Integer.toString(longest));
        }
        return text;
    }

    String matching(String name, Pattern pattern) {
        String text = text(name);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            unknown(name, text);
        }
        return text;
    }

    @Nullable
    LocalDate day(String name) {
        String typed = optional(name);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            faults.add(line(name), "content.fault.no-date", name, typed);
            return null;
        }
    }

    /** One of the values, or the first when it is none of them, which is a fault. */
    <E> E one(String name, E[] values, Function<E, String> word) {
        String typed = text(name);
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    if (!typed.isEmpty()) {
                        unknown(name, typed);
                    }
                    return values[0];
                });
    }

    <E extends Enum<E>> List<E> some(String name, E[] values) {
        List<String> typed = list(name);
        List<String> known = Stream.of(values).map(Enum::name).toList();
        typed.stream().filter(value -> !known.contains(value)).forEach(value -> unknown(name, value));
        return Stream.of(values).filter(value -> typed.contains(value.name())).toList();
    }

    List<String> list(String name) {
        require(name);
        return optionalList(name);
    }

    List<String> optionalList(String name) {
        FrontMatter.Field field = all.get(name);
        if (field == null) {
            return List.of();
        }
        if (!field.list() || field.values().contains("")) {
            faults.add(field.line(), "content.fault.no-list", name);
            return List.of();
        }
        if (Set.copyOf(field.values()).size() < field.values().size()) {
            faults.add(field.line(), "content.fault.value-twice", name);
        }
        return field.values();
    }

    void unknown(String name, String value) {
        faults.add(line(name), "content.fault.unknown-value", name, value);
    }

    private void require(String name) {
        if (!all.containsKey(name)) {
            faults.add(1, "content.fault.missing-field", name);
        }
    }
}
