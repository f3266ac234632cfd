package org.aeoreach.enterprise.segment.criterion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Fragment;

/** All criteria by their keys, and what a choice of them means. */
@ApplicationScoped
public class Criteria {

    private static final int LONGEST = 200;
    private static final int MOST = 50;

    @Inject
    private RegistryCriteria registry;

    @Inject
    @Any
    private Instance<SegmentCriterion> others;

    public List<SegmentCriterion> all() {
        return Stream.concat(registry.all().stream(), others.stream()).toList();
    }

    public Optional<SegmentCriterion> find(String key) {
        return all().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /**
     * The SQL of one criterion with what was chosen.
     *
     * @throws Problem 400 when there is no such criterion, a part is missing or cannot be read
     */
    public Fragment sql(String key, SegmentCriterion.Chosen chosen) {
        SegmentCriterion criterion =
                find(key).orElseThrow(() -> Problem.invalid("criterion", "segment.invalid.criterion"));
        for (SegmentCriterion.Part part : criterion.parts()) {
            check(part, chosen.all(part.name()));
        }
        return criterion.condition(chosen);
    }

    private static void check(SegmentCriterion.Part part, List<String> values) {
        if (values.isEmpty()) {
            if (part.needed()) {
                throw Problem.invalid(part.name(), "segment.invalid.missing");
            }
            return;
        }
        boolean single = part.kind() != SegmentCriterion.Kind.CHOICES;
        boolean coded = part.kind() == SegmentCriterion.Kind.CHOICE || part.kind() == SegmentCriterion.Kind.CHOICES;
        if (values.size() > (single ? 1 : MOST)
                || values.stream().anyMatch(value -> value.length() > LONGEST)
                || (coded && values.stream().anyMatch(value -> !value.matches("[A-Za-z0-9_-]{1,40}")))) {
            throw Problem.invalid(part.name(), "segment.invalid.value");
        }
        if (part.kind() == SegmentCriterion.Kind.DAY) {
            requireDay(part, values.get(0));
        }
    }

    private static void requireDay(SegmentCriterion.Part part, String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            if (year >= 1900 && year <= 2200) {
                return;
            }
        } catch (java.time.DateTimeException unreadable) {
            throw Problem.invalid(part.name(), "web.invalid.date");
        }
        throw Problem.invalid(part.name(), "web.invalid.date");
    }
}
