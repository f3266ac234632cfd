package org.aeoreach.enterprise.importing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.importing.ImportField.Kind;
import org.aeoreach.importing.cell.CellText;
import org.aeoreach.importing.cell.Days;
import org.aeoreach.importing.cell.Refused;
import org.aeoreach.importing.cell.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads a row of the file into the values of an enterprise, or finds why it is none. */
final class LineReader {

    private static final Set<String> ECONOMIES = Set.of(Locale.getISOCountries());
    private static final int MOST_WORDS = 60;
    /** Texts remembered for each field: a million rows have few thousand days and few hundred lists of words. */
    private static final int REMEMBERED = 20_000;

    private final List<@Nullable ImportField> columns;
    private final Vocabulary words;
    private final Places places;
    private final LocalDate today;
    private final Map<ImportField, Map<String, String>> known = new EnumMap<>(ImportField.class);

    /** @param columns what each column of the file holds, null for one left out */
    LineReader(List<@Nullable ImportField> columns, Vocabulary words, Places places, LocalDate today) {
        this.columns = columns;
        this.words = words;
        this.places = places;
        this.today = today;
    }

    Line read(long number, String[] cells) {
        Line line = new Line(number);
        try {
            if (cells.length > columns.size() && hasMore(cells)) {
                throw new Refused("width", Integer.toString(cells.length), Integer.toString(columns.size()));
            }
            for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
                ImportField field = columns.get(i);
                String text = field == null ? "" : CellText.of(field, cells[i], false);
                if (field != null && !text.isEmpty()) {
                    line.set(field, value(field, text));
                }
            }
            complete(line);
        } catch (Refused refused) {
            line.refuse(refused.refusal());
        }
        return line;
    }

    /** The values of a line in words, by the columns that hold something: codes as they are called, lists without braces. */
    List<String> shown(Line line) {
        return columns.stream()
                .filter(Objects::nonNull)
                .map(field -> shown(field, Objects.requireNonNullElse(line.get(field), "")))
                .toList();
    }

    private String shown(ImportField field, String value) {
        boolean several = field.kind() == Kind.WORDS || field.kind() == Kind.ECONOMIES;
        if (!several || value.isEmpty()) {
            return words.label(field, value);
        }
        return Arrays.stream(value.substring(1, value.length() - 1).split(","))
                .map(code -> words.label(field, code))
                .collect(Collectors.joining(", "));
    }

    private boolean hasMore(String[] cells) {
        for (int i = columns.size(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    private String value(ImportField field, String text) throws Refused {
        if (field.kind() == Kind.TEXT || field.kind() == Kind.USCC || field.kind() == Kind.CUSTOMS_CODE) {
            return parsed(field, text);
        }
        Map<String, String> before = known.computeIfAbsent(field, each -> new HashMap<>());
        String value = before.get(text);
        if (value == null) {
            value = parsed(field, text);
            if (before.size() < REMEMBERED) {
                before.put(text, value);
            }
        }
        return value;
    }

    private String parsed(ImportField field, String text) throws Refused {
        return switch (field.kind()) {
            case TEXT -> CellText.bounded(field, text);
            case DAY -> day(field, text);
            case USCC, CUSTOMS_CODE -> code(field, text);
            case HOUSE -> text;
            case WORD -> word(field, text);
            case WORDS, ECONOMIES -> several(field, text);
        };
    }

    private String day(ImportField field, String text) throws Refused {
        // A cell of a sheet may hold a moment of that day.
        LocalDate day = Days.of(text.indexOf('T') == 10 ? text.substring(0, 10) : text);
        if (day == null) {
            throw new Refused("day", field.column(), CellText.shown(text));
        }
        if (day.isAfter(today)) {
            throw new Refused("future", field.column(), CellText.shown(text));
        }
        return day.toString();
    }

    private static String code(ImportField field, String text) throws Refused {
        String code = CodeForm.plain(text);
        boolean right = field.kind() == Kind.USCC ? CodeForm.isUscc(code) : CodeForm.isCustomsCode(code);
        if (!right) {
            throw new Refused(field.kind() == Kind.USCC ? "uscc" : "customs-code", CellText.shown(text));
        }
        return code;
    }

    private String word(ImportField field, String text) throws Refused {
        String code = words.code(field, text);
        if (code == null) {
            throw new Refused("word", field.column(), CellText.shown(text));
        }
        return code;
    }

    private String several(ImportField field, String text) throws Refused {
        Set<String> codes = new LinkedHashSet<>();
        for (String part : text.split("[,;|/、，；]+")) {
            // Words of one code may have blanks between them; codes may too.
            boolean one = words.code(field, part) != null;
            for (String each : one ? new String[] {part} : part.split("\\s+")) {
                if (!each.isEmpty()) {
                    codes.add(field.kind() == Kind.ECONOMIES ? economy(field, each) : word(field, each));
                }
            }
        }
        if (codes.size() > MOST_WORDS) {
            throw new Refused("long", field.column(), Integer.toString(MOST_WORDS));
        }
        return "{" + String.join(",", codes) + "}";
    }

    private static String economy(ImportField field, String text) throws Refused {
        String code = CodeForm.plain(text);
        if (!ECONOMIES.contains(code)) {
            throw new Refused("economy", field.column(), CellText.shown(text));
        }
        return code;
    }

    private void complete(Line line) throws Refused {
        String customsCode = line.get(ImportField.CUSTOMS_CODE);
        String house = line.get(ImportField.HOUSE);
        if (customsCode == null && line.get(ImportField.USCC) == null) {
            throw new Refused("no-code");
        }
        if ((line.get(ImportField.GRADE) == null) != (line.get(ImportField.GRADE_SINCE) == null)) {
            throw new Refused("grade-since");
        }
        if (house != null || customsCode != null) {
            line.at(place(house, Objects.requireNonNullElse(customsCode, "")));
        }
    }

    private Places.Place place(@Nullable String house, String customsCode) throws Refused {
        String digits = house == null ? customsCode.substring(0, 4) : CodeForm.plain(house);
        Places.Place place = house == null ? places.of(digits) : places.byCode().get(digits);
        if (place == null) {
            throw new Refused("no-unit", CellText.shown(digits));
        }
        if (!places.covers(place)) {
            throw new Refused("outside", digits);
        }
        return place;
    }
}
