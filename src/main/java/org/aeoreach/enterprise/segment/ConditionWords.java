package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.segment.criterion.Criteria;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;

/** Says what a condition asks for, to those who use a segment and did not make it. */
@ApplicationScoped
public class ConditionWords {

    @Inject
    private Criteria criteria;

    public Words of(Condition condition, Page page) {
        if (condition instanceof Condition.All all) {
            return several("segment.mode.ALL", all.of(), page);
        }
        if (condition instanceof Condition.Any any) {
            return several("segment.mode.ANY", any.of(), page);
        }
        if (condition instanceof Condition.Not not) {
            return opposite(not.of(), page);
        }
        return new Words(leaf((Condition.Leaf) condition, page), List.of());
    }

    /** Of one that is one already, the one. */
    private Words several(String mode, List<Condition> conditions, Page page) {
        List<Words> parts = conditions.stream().map(each -> of(each, page)).toList();
        return parts.size() == 1 ? parts.get(0) : new Words(page.t(mode), parts);
    }

    private Words opposite(Condition condition, Page page) {
        if (condition instanceof Condition.Leaf leaf) {
            return new Words(page.t("segment.words.not", leaf(leaf, page)), List.of());
        }
        List<Condition> none = condition instanceof Condition.Any any ? any.of() : List.of(condition);
        return new Words(
                page.t("segment.mode.NONE"),
                none.stream().map(each -> of(each, page)).toList());
    }

    private String leaf(Condition.Leaf leaf, Page page) {
        String name = page.t("segment.criterion." + leaf.criterion());
        String asked = criteria.find(leaf.criterion()).stream()
                .flatMap(criterion -> criterion.parts().stream())
                .filter(part -> leaf.values().containsKey(part.name()))
                .map(part -> part(part, leaf.values().getOrDefault(part.name(), List.of()), page))
                .collect(Collectors.joining(page.t("segment.words.and")));
        return asked.isEmpty() ? name : page.t("segment.words.of", name, asked);
    }

    private static String part(SegmentCriterion.Part part, List<String> chosen, Page page) {
        List<Option> options = part.options().in(page);
        String values = chosen.stream()
                .map(value -> value(part, value, options, page))
                .collect(Collectors.joining(page.t("enterprise.list-separator")));
        return part.name().equals("value")
                ? values
                : page.t("segment.words.part", page.t("segment.part." + part.name()), values);
    }

    private static String value(SegmentCriterion.Part part, String value, List<Option> options, Page page) {
        if (part.kind() == SegmentCriterion.Kind.DAY) {
            try {
                return page.on(LocalDate.parse(value));
            } catch (DateTimeException unreadable) {
                return value;
            }
        }
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
