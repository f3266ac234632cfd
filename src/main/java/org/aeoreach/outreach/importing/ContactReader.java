package org.aeoreach.outreach.importing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.aeoreach.enterprise.importing.CodeForm;
import org.aeoreach.importing.CopyBuffer;
import org.aeoreach.importing.cell.CellText;
import org.aeoreach.importing.cell.Days;
import org.aeoreach.importing.cell.Refused;
import org.aeoreach.outreach.SubjectKind;
import org.aeoreach.outreach.importing.ContactLine.Staged;
import org.jspecify.annotations.Nullable;

/** Reads a row of the file into what is staged of a contact, or finds why it is none. */
final class ContactReader {

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final int LONGEST_TOPIC = 200;
    private static final int MOST = 20;
    private static final Pattern APART = Pattern.compile("[,;、，；|\\n]+");
    private static final Pattern TOPICS_APART = Pattern.compile("[;；|\\n]+");
    private static final Pattern DAY_AND_TIME = Pattern.compile("(\\S+)[ T](\\d{1,2}[:：时点].+)");

    private final List<@Nullable ContactField> columns;
    private final ContactWords words;
    private final LocalDate today;

    /** @param columns what each column of the file holds, null for one left out */
    ContactReader(List<@Nullable ContactField> columns, ContactWords words, LocalDate today) {
        this.columns = columns;
        this.words = words;
        this.today = today;
    }

    ContactLine read(long number, String[] cells) {
        ContactLine line = new ContactLine(number);
        try {
            Map<ContactField, String> texts = texts(cells, line);
            if (texts.containsKey(ContactField.AUDIENCE)) {
                throw new Refused("audience");
            }
            when(texts, line);
            enterprise(texts, line);
            choices(texts, line);
            unitAndOfficers(texts, line);
            others(texts, line);
        } catch (Refused refused) {
            line.refuse(refused.refusal());
        }
        return line;
    }

    /** The values of a line in words, by the columns that hold something; empty for none. */
    List<String> shown(ContactLine line) {
        return columns.stream().filter(Objects::nonNull).map(line::shown).toList();
    }

    /** The texts of a row by what they hold. The reference is known even of a row that is refused. */
    private Map<ContactField, String> texts(String[] cells, ContactLine line) throws Refused {
        Map<ContactField, String> texts = new EnumMap<>(ContactField.class);
        @Nullable Refused first = null;
        for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
            ContactField field = columns.get(i);
            try {
                String text = field == null ? "" : CellText.of(field, cells[i], field.lines());
                if (field != null && !text.isEmpty()) {
                    texts.put(field, CellText.bounded(field, text));
                    line.show(field, text);
                }
            } catch (Refused refused) {
                first = first == null ? refused : first;
            }
        }
        String reference = texts.get(ContactField.REFERENCE);
        if (reference != null) {
            line.set(Staged.REFERENCE, reference);
        }
        for (int i = columns.size(); i < cells.length && first == null; i++) {
            if (!cells[i].isBlank()) {
                first = new Refused("width", Integer.toString(cells.length), Integer.toString(columns.size()));
            }
        }
        if (first != null) {
            throw first;
        }
        return texts;
    }

    private void when(Map<ContactField, String> texts, ContactLine line) throws Refused {
        String written = texts.get(ContactField.DAY);
        if (written == null) {
            throw new Refused("no-day");
        }
        String time = texts.get(ContactField.TIME);
        LocalDate day = Days.of(written);
        var both = DAY_AND_TIME.matcher(written);
        if (day == null && both.matches()) {
            day = Days.of(String.valueOf(both.group(1)));
            time = time == null ? String.valueOf(both.group(2)) : time;
        }
        if (day == null) {
            throw new Refused("day", ContactField.DAY.column(), CellText.shown(written));
        }
        if (day.isAfter(today)) {
            throw new Refused("future", ContactField.DAY.column(), day.toString());
        }
        if (day.isBefore(FIRST_DAY)) {
            throw new Refused("early", FIRST_DAY.toString());
        }
        line.set(Staged.DAY, day.toString());
        line.show(ContactField.DAY, day.toString());
        if (time != null) {
            LocalTime began = Clocks.of(time);
            if (began == null) {
                throw new Refused("time", CellText.shown(time));
            }
            line.set(Staged.BEGAN, began.toString());
            line.show(ContactField.TIME, began.toString());
        }
    }

    private static void enterprise(Map<ContactField, String> texts, ContactLine line) throws Refused {
        String written = texts.get(ContactField.ENTERPRISE_CODE);
        String name = texts.get(ContactField.ENTERPRISE_NAME);
        if (written == null && name == null) {
            throw new Refused("no-enterprise");
        }
        if (name != null) {
            line.set(Staged.NAME, name);
        }
        if (written != null) {
            String code = CodeForm.plain(written);
            if (CodeForm.isCustomsCode(code)) {
                line.set(Staged.CUSTOMS_CODE, code);
            } else if (CodeForm.isUscc(code)) {
                line.set(Staged.USCC, code);
            } else {
                throw new Refused("code", CellText.shown(written));
            }
        }
    }

    private void choices(Map<ContactField, String> texts, ContactLine line) throws Refused {
        if (!texts.containsKey(ContactField.CHANNEL)) {
            throw new Refused("no-channel");
        }
        choice(ContactField.CHANNEL, Staged.CHANNEL, texts, line);
        choice(ContactField.DIRECTION, Staged.DIRECTION, texts, line);
        choice(ContactField.STRENGTH, Staged.STRENGTH, texts, line);
        choice(ContactField.HEARD_SEVERITY, Staged.HEARD_SEVERITY, texts, line);
        choice(ContactField.SHARED, Staged.SHARED, texts, line);
        if (texts.containsKey(ContactField.HEARD_ON) != texts.containsKey(ContactField.HEARD_SEVERITY)) {
            throw new Refused("heard");
        }
    }

    private void choice(ContactField field, Staged column, Map<ContactField, String> texts, ContactLine line)
            throws Refused {
        String text = texts.get(field);
        if (text == null) {
            return;
        }
        String code = words.vocabulary().code(field, text);
        if (code == null) {
            throw new Refused("word", field.column(), CellText.shown(text));
        }
        line.set(column, code);
        line.show(field, words.label(field, code));
    }

    private void unitAndOfficers(Map<ContactField, String> texts, ContactLine line) throws Refused {
        String named = texts.get(ContactField.UNIT);
        long own = words.ownUnit();
        if (named != null) {
            Units.Unit unit = words.units().named(named);
            own = unit.id();
            line.set(Staged.UNIT_ID, Long.toString(unit.id()));
            line.set(Staged.ORG_PATH, unit.orgPath());
            line.show(ContactField.UNIT, words.pick(unit.zh(), unit.en()));
        }
        LocalDate day = LocalDate.parse(Objects.requireNonNull(line.get(Staged.DAY)));
        Map<Long, Long> officers = new LinkedHashMap<>();
        for (String each : split(ContactField.OFFICERS, APART, texts)) {
            PastOfficers.Service found = words.officers().named(each, day, own);
            officers.put(found.account(), found.unit());
        }
        if (!officers.isEmpty()) {
            line.set(
                    Staged.OFFICERS,
                    CopyBuffer.array(
                            officers.keySet().stream().map(String::valueOf).toList()));
            line.set(
                    Staged.OFFICER_UNITS,
                    CopyBuffer.array(
                            officers.values().stream().map(String::valueOf).toList()));
        }
    }

    private void others(Map<ContactField, String> texts, ContactLine line) throws Refused {
        List<String> persons =
                split(ContactField.PERSONS, APART, texts).stream().distinct().toList();
        if (!persons.isEmpty()) {
            line.set(Staged.PERSONS, CopyBuffer.array(persons));
        }
        List<String> kinds = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        for (String each : split(ContactField.SUBJECTS, TOPICS_APART, texts)) {
            topic(each, kinds, topics);
        }
        if (!topics.isEmpty()) {
            line.set(Staged.KINDS, CopyBuffer.array(kinds));
            line.set(Staged.TOPICS, CopyBuffer.array(topics));
        }
        take(ContactField.PEOPLE, Staged.PEOPLE, texts, line);
        take(ContactField.SAID, Staged.SAID, texts, line);
        take(ContactField.AGREED, Staged.AGREED, texts, line);
        take(ContactField.HEARD_ON, Staged.HEARD_ON, texts, line);
    }

    /** A subject may begin with its kind and a colon. */
    private void topic(String text, List<String> kinds, List<String> topics) throws Refused {
        int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
        String kind = colon < 1 ? null : words.vocabulary().code(ContactField.SUBJECTS, text.substring(0, colon));
        String topic = kind == null ? text : text.substring(colon + 1).strip();
        if (topic.isEmpty() || topic.length() > LONGEST_TOPIC) {
            throw new Refused("long", ContactField.SUBJECTS.column(), Integer.toString(LONGEST_TOPIC));
        }
        kinds.add(kind == null ? SubjectKind.OTHER.name() : kind);
        topics.add(topic);
    }

    private static void take(ContactField field, Staged column, Map<ContactField, String> texts, ContactLine line) {
        String text = texts.get(field);
        if (text != null) {
            line.set(column, text);
        }
    }

    private static List<String> split(ContactField field, Pattern apart, Map<ContactField, String> texts)
            throws Refused {
        List<String> parts = apart.splitAsStream(texts.getOrDefault(field, ""))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (parts.size() > MOST) {
            throw new Refused("too-many", field.column(), Integer.toString(MOST));
        }
        return parts;
    }
}
