package org.aeoreach.campaign.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeoreach.campaign.Difference;
import org.aeoreach.outreach.Channel;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** What a revision changed for a house, field by field. */
final class PlanDifferences {

    private final Page page;
    private final Map<String, String> titles;
    private final List<Difference> found = new ArrayList<>();

    private PlanDifferences(Page page, Map<String, String> titles) {
        this.page = page;
        this.titles = titles;
    }

    /** @param before the edition the house knows @param titles of documents by their codes */
    static List<Difference> of(Edition before, PlanView after, Page page, Map<String, String> titles) {
        PlanDifferences differences = new PlanDifferences(page, titles);
        after.houses().stream().filter(PlanView.House::behind).forEach(differences::part);
        differences.words(before.words(), after.words());
        differences.found.addAll(DateDifferences.of(page, after).between(before.activities(), after.activities()));
        return differences.found;
    }

    private void part(PlanView.House house) {
        PlanView.Former former = Objects.requireNonNull(house.known()).former();
        if (former != null) {
            add("target", page.number(former.target()), page.number(house.target()), true);
            add("due", day(former.dueOn()), day(house.dueOn()), false);
        }
    }

    private void words(PlanView.Words before, PlanView.Words after) {
        add("regionalZh", before.regionalZh(), after.regionalZh(), false);
        add("regionalEn", before.regionalEn(), after.regionalEn(), false);
        add("sessions", before.sessions(), after.sessions(), false);
        add("channels", channels(before), channels(after), false);
        add("beginsOn", day(before.beginsOn()), day(after.beginsOn()), false);
        add("finishesOn", day(before.finishesOn()), day(after.finishesOn()), false);
        add("documents", documents(before), documents(after), false);
    }

    private void add(String field, @Nullable String before, @Nullable String after, boolean target) {
        String was = Objects.requireNonNullElse(before, "");
        String is = Objects.requireNonNullElse(after, "");
        if (!was.equals(is)) {
            String label = field.equals("target") || field.equals("due") ? "campaign.split." : "campaign.field.";
            found.add(new Difference(page.t(label + field), was, is, target));
        }
    }

    private String day(@Nullable LocalDate day) {
        return Objects.requireNonNullElse(page.on(day), "");
    }

    private String channels(PlanView.Words words) {
        return words.channels().stream()
                .map(Channel::name)
                .map(name -> page.t("outreach.channel." + name))
                .collect(Collectors.joining("; "));
    }

    private String documents(PlanView.Words words) {
        return words.documents().stream()
                .map(code -> titles.getOrDefault(code, code))
                .collect(Collectors.joining("; "));
    }
}
