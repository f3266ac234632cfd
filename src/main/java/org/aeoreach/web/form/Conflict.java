package org.aeoreach.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two people changed one record: field by field what it was, what the other one saved and what the reader typed.
 *
 * @param version the version in force now, which the next sending changes
 * @param lines fields about which the two differ
 * @param settled fields that need no choice, with the values to send
 */
public record Conflict(long version, List<Line> lines, Map<String, List<String>> settled) {

    /** Who changed a field. */
    public enum Changed {
        MINE,
        THEIRS,
        BOTH
    }

    /** A value as it is sent and as it is read. */
    public record Value(List<String> values, String words) {}

    /** @param mine what the reader typed; proposed unless only the other one changed the field */
    public record Line(String field, String label, Changed changed, Value original, Value theirs, Value mine) {}

    /** What is to be decided between a form as typed and as it would be shown now. */
    public static Conflict between(Form typed, Form now) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<String>> settled = new LinkedHashMap<>();
        for (String field : typed.rules().fields().keySet()) {
            boolean differs = typed.hasOriginal(field) && !now.texts(field).equals(typed.texts(field));
            if (differs && !typed.secret(field)) {
                lines.add(line(field, typed, now));
            } else if (typed.has(field)) {
                settled.put(field, typed.values(field));
                settled.computeIfAbsent("was." + field, name -> now.values(field));
            }
        }
        return new Conflict(now.version(), lines, settled);
    }

    private static Line line(String field, Form typed, Form now) {
        List<String> was = Form.texts(typed.original(field));
        boolean theyDid = !now.texts(field).equals(was);
        boolean iDid = !typed.texts(field).equals(was);
        Changed changed = theyDid && iDid ? Changed.BOTH : theyDid ? Changed.THEIRS : Changed.MINE;
        return new Line(
                field,
                typed.label(field),
                changed,
                value(field, typed.original(field), now),
                value(field, now.values(field), now),
                value(field, typed.values(field), now));
    }

    private static Value value(String field, List<String> values, Form now) {
        return new Value(values.isEmpty() ? List.of("") : values, now.words(field, values));
    }
}
