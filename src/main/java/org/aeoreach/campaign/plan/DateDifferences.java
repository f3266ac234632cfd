package org.aeoreach.campaign.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.campaign.Difference;
import org.aeoreach.campaign.activity.ActivityView;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Dated activities that a revision added, changed or dropped.
 *
 * @param houses names of those the viewer sees, by their codes; what another holds is not told
 */
record DateDifferences(Page page, Map<String, Bilingual> houses) {

    static DateDifferences of(Page page, PlanView plan) {
        return new DateDifferences(
                page,
                plan.houses().stream()
                        .map(PlanView.House::unit)
                        .collect(Collectors.toMap(PlanView.Unit::code, unit -> new Bilingual(unit.zh(), unit.en()))));
    }

    List<Difference> between(List<ActivityView> before, List<ActivityView> after) {
        Map<Long, String> was = told(before);
        Map<Long, String> is = told(after);
        Set<Long> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<Difference> found = new ArrayList<>();
        for (Long id : all) {
            String old = was.getOrDefault(id, "");
            String now = is.getOrDefault(id, "");
            if (!old.equals(now)) {
                found.add(new Difference(page.t("campaign.activities"), old, now, false));
            }
        }
        return found;
    }

    private Map<Long, String> told(List<ActivityView> activities) {
        Map<Long, String> told = new HashMap<>();
        for (ActivityView each : activities) {
            if (each.unit() == null || houses.containsKey(each.unit())) {
                told.put(each.id(), text(each));
            }
        }
        return told;
    }

    private String text(ActivityView one) {
        return Stream.of(
                        page.t("campaign.activity." + one.kind()),
                        one.titleEn() == null ? one.titleZh() : one.titleZh() + " / " + one.titleEn(),
                        one.longer()
                                ? page.t("campaign.day-span", page.on(one.startsOn()), page.on(one.endsOn()))
                                : page.on(one.startsOn()),
                        one.place(),
                        house(one.unit()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String house(@Nullable String code) {
        Bilingual name = code == null ? null : houses.get(code);
        return name == null ? null : page.pick(name.zh(), name.en());
    }
}
