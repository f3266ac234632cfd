package org.aeoreach.enterprise.segment.criterion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.enterprise.grade.Aeos;
import org.aeoreach.enterprise.grade.CreditGrade;
import org.aeoreach.enterprise.grade.CreditRules;
import org.aeoreach.enterprise.registration.BusinessType;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion.Kind;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion.Part;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** Criteria about the fields of the registry and about who looks after an enterprise. */
@ApplicationScoped
public class RegistryCriteria {

    private static final String VALUE = "value";

    @Inject
    private ReferenceOptions references;

    @Inject
    private UnitPickers units;

    @Inject
    private CreditRules rules;

    /** In the order in which they are offered. */
    public List<SegmentCriterion> all() {
        List<SegmentCriterion> all = new ArrayList<>(List.of(unit(), audience()));
        all.addAll(standing());
        all.addAll(facts());
        all.addAll(care());
        return all;
    }

    private SegmentCriterion unit() {
        Part part = new Part(VALUE, Kind.CHOICE, true, page -> units.options(Reach.MINE));
        return new PlainCriterion(
                "unit",
                List.of(part),
                chosen -> Fragment.of(
                        "exists (select from unit below where below.id = cast(? as bigint)"
                                + " and starts_with(e.org_path, below.org_path))",
                        number(chosen.one(VALUE))));
    }

    private static String number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid(VALUE, "web.invalid.number");
        }
        return text;
    }

    private static SegmentCriterion audience() {
        return PlainCriterion.among(
                "audience",
                Part.of(VALUE, Kind.CHOICES, "enterprise.audience.", "AEO", "PROSPECTIVE", "ALL"),
                "enterprise_audience(e.grade, e.journey_step)");
    }

    private List<SegmentCriterion> standing() {
        return List.of(
                PlainCriterion.among("grade", new Part(VALUE, Kind.CHOICES, true, references::grades), "e.grade"),
                gradeOn(),
                PlainCriterion.among("step", new Part(VALUE, Kind.CHOICES, true, references::steps), "e.journey_step"),
                PlainCriterion.since("step-since", "e.journey_since"));
    }

    private SegmentCriterion gradeOn() {
        return new PlainCriterion(
                "grade-on",
                List.of(
                        Part.of(
                                VALUE,
                                Kind.CHOICE,
                                "enterprise.grade.",
                                Stream.of(CreditGrade.values()).map(Enum::name).toArray(String[]::new)),
                        Part.day("day")),
                chosen -> {
                    CreditGrade grade = Stream.of(CreditGrade.values())
                            .filter(each -> each.name().equals(chosen.one(VALUE)))
                            .findFirst()
                            .orElseThrow(() -> Problem.invalid(VALUE, "segment.invalid.value"));
                    LocalDate day = LocalDate.parse(chosen.one("day"));
                    rules.requireKnown(grade, day, VALUE);
                    return Aeos.graded(grade, day);
                });
    }

    private List<SegmentCriterion> facts() {
        Part business = Part.of(VALUE, Kind.CHOICES, "enterprise.business.", BusinessType.values());
        Part economy = Part.text(VALUE);
        Part size = Part.of(VALUE, Kind.CHOICES, "enterprise.size.", "LARGE", "MEDIUM", "SMALL", "MICRO", "NONE");
        return List.of(
                PlainCriterion.flag("cbec", "is_cbec(e.business_types)"),
                PlainCriterion.flag("sme", "is_sme(e.size_class)"),
                new PlainCriterion(
                        "business",
                        List.of(business),
                        chosen -> Fragment.of("e.business_types && string_to_array(?, ',')", chosen.joined(VALUE))),
                PlainCriterion.among("sector", new Part(VALUE, Kind.CHOICES, true, references::sectors), "e.sector"),
                PlainCriterion.among("size", size, "e.size_class"),
                new PlainCriterion(
                        "economy",
                        List.of(economy),
                        chosen -> Fragment.of(
                                "e.trading_partners && string_to_array(upper(?), ',')", economies(chosen.one(VALUE)))),
                PlainCriterion.since("registered-since", "e.registered_since"),
                new PlainCriterion(
                        "name",
                        List.of(Part.text(VALUE)),
                        chosen -> Filter.anywhere(chosen.one(VALUE), "e.name_zh", "e.name_en")),
                PlainCriterion.flag("mail", "e.mail_on_file is not null"),
                PlainCriterion.flag("suspended", "e.suspended_at is not null"));
    }

    /** Two-letter codes of ISO 3166-1, with commas or blanks between them. */
    private static String economies(String text) {
        String codes = text.strip().replaceAll("[\\s,，、;]+", ",");
        if (!codes.matches("[A-Za-z]{2}(,[A-Za-z]{2}){0,30}")) {
            throw Problem.invalid(VALUE, "segment.invalid.economies");
        }
        return codes;
    }

    private static List<SegmentCriterion> care() {
        return List.of(
                PlainCriterion.since("contacted", "e.last_contact_on"),
                PlainCriterion.flag("overdue", "e.next_contact_due < china_day()"),
                PlainCriterion.among(
                        "tier", Part.of(VALUE, Kind.CHOICES, "portfolio.tier.", "A", "B", "C", "NONE"), "e.tier"),
                new PlainCriterion(
                        "coordinator",
                        List.of(Part.of(VALUE, Kind.CHOICE, "segment.coordinator.", "MINE", "ANY", "GONE")),
                        chosen -> Fragment.of(
                                switch (chosen.one(VALUE)) {
                                    case "MINE" -> "e.coordinator_id = portfolio_owner()";
                                    case "GONE" -> "e.id in (select * from enterprises_left_behind(china_day()))";
                                    default -> "e.coordinator_id is not null";
                                })));
    }
}
