package org.aeoreach.campaign.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.campaign.Difference;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;

/** In what a form as typed would change the plan that somebody else saved meanwhile. */
final class TypedDifferences {

    private static final List<String> WORDS =
            List.of("regionalZh", "regionalEn", "sessions", "channels", "beginsOn", "finishesOn", "documents");

    private final Page page;
    private final Form saved;
    private final Form typed;
    private final List<Difference> found = new ArrayList<>();

    private TypedDifferences(Page page, Form saved, Form typed) {
        this.page = page;
        this.saved = saved;
        this.typed = typed;
    }

    static List<Difference> of(Page page, PlanView plan, Form saved, Form typed) {
        TypedDifferences differences = new TypedDifferences(page, saved, typed);
        WORDS.forEach(field -> differences.field(field, page.t("campaign.field." + field), false));
        plan.houses().forEach(differences::house);
        differences.activities();
        return differences.found;
    }

    /** A house whose part was not in the form keeps what it has. */
    private void house(PlanView.House house) {
        String code = house.unit().code();
        if (typed.has("target-" + code)) {
            Bilingual name = new Bilingual(house.unit().zh(), house.unit().en());
            field("target-" + code, page.t("campaign.split.target-of", name), true);
            field("due-" + code, page.t("campaign.split.due-of", name), false);
        }
    }

    private void field(String name, String label, boolean target) {
        add(label, text(saved, name), text(typed, name), target);
    }

    private void add(String label, String before, String after, boolean target) {
        if (!before.equals(after)) {
            found.add(new Difference(label, before, after, target));
        }
    }

    private String text(Form form, String name) {
        return form.texts(name).stream()
                .map(value -> name.equals("channels") ? page.tOr("outreach.channel." + value, value) : value)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private void activities() {
        List<String> before = rows(saved);
        List<String> after = rows(typed);
        before.stream()
                .filter(row -> !after.contains(row))
                .forEach(row -> add(page.t("campaign.activities"), row, "", false));
        after.stream()
                .filter(row -> !before.contains(row))
                .forEach(row -> add(page.t("campaign.activities"), "", row, false));
    }

    private List<String> rows(Form form) {
        return ActivityRows.shown(form).stream()
                .filter(row -> !ActivityRows.left(form, row))
                .map(row -> row(form, row))
                .toList();
    }

    private String row(Form form, int row) {
        String kind = form.value(ActivityRows.field(row, "kind"));
        return Stream.concat(
                        Stream.of(kind.isEmpty() ? "" : page.tOr("campaign.activity." + kind, kind)),
                        Stream.of("titleZh", "titleEn", "startsOn", "endsOn", "place", "unit")
                                .map(part -> form.value(ActivityRows.field(row, part))))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
