package org.aeoreach.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.aeoreach.platform.JsonText;
import org.aeoreach.web.Page;

/** What an audit entry says was changed, in the words of the reader. */
public final class ChangeWords {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[01][0-9]-[0-3][0-9]");

    private ChangeWords() {}

    /**
     * A line for each field, what it was and what it became.
     *
     * @param changes as the audit keeps them, an object of [from, to] by field
     * @param values what message keys begin with that name the values of a field; roles are named, all else is told as it
     *     stands
     */
    public static List<String> of(String changes, Page page, Map<String, String> values) {
        return AuditEntryView.fields(JsonText.object(changes)).stream()
                .map(change -> line(change, page, values.getOrDefault(change.field(), "scope.role.")))
                .toList();
    }

    private static String line(AuditEntryView.Change change, Page page, String values) {
        String field = page.tOr("audit.field." + change.field(), change.field());
        String from = value(change.from(), page, values);
        String to = value(change.to(), page, values);
        if (change.to().isEmpty()) {
            return field + page.t("audit.removed", from);
        }
        return field + (change.from().isEmpty() ? page.t("audit.set-to", to) : page.t("audit.changed-to", from, to));
    }

    private static String value(String kept, Page page, String values) {
        if (DAY.matcher(kept).matches()) {
            try {
                return page.on(LocalDate.parse(kept));
            } catch (DateTimeParseException none) {
                return kept;
            }
        }
        return page.tOr(values + kept, kept);
    }
}
