package org.aeoreach.enterprise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aeoreach.enterprise.grade.Aeos;
import org.aeoreach.enterprise.grade.CreditGrade;
import org.aeoreach.enterprise.journey.JourneyStep;
import org.aeoreach.enterprise.registration.BusinessType;
import org.aeoreach.enterprise.registration.Economies;
import org.aeoreach.enterprise.registration.SizeClass;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** What the list of enterprises can be narrowed by. The table is {@code e}. */
final class EnterpriseFilters {

    /** Grades and steps that most have; the indexes of both leave them out. */
    private static final Set<String> USUAL = Set.of("REGULAR", "GENERAL", "PROSPECT", "CONTACTED", "BRIEFED");

    private static final Filter[] FIELDS = {
        Filter.unit("unit", "enterprise.field.house", "e.org_path"),
        Filter.choice("grade", "enterprise.field.grade", CreditGrade.values(), "enterprise.grade.", "e.grade")
                .few(grade -> !USUAL.contains(grade)),
        Filter.choice(
                        "audience",
                        "enterprise.field.audience",
                        options("enterprise.audience.", "ALL", "PROSPECTIVE", "AEO"),
                        EnterpriseFilters::audience)
                .few("AEO"::equals),
        Filter.choice("step", "enterprise.field.step", JourneyStep.values(), "enterprise.step.", "e.journey_step")
                .few(step -> !USUAL.contains(step)),
        Filter.yesNo("aeo", "enterprise.filter.aeo", "e.grade in ('ACE', 'CE')")
                .few("yes"::equals)
                .more(),
        Filter.text("aeo-on", "enterprise.filter.aeo-on", text -> Aeos.on(day("aeo-on", text), "e.id"))
                .more(),
        Filter.yesNo("sme", "enterprise.filter.sme", "is_sme(e.size_class)").more(),
        Filter.yesNo("cbec", "enterprise.filter.cbec", "is_cbec(e.business_types)")
                .more(),
        Filter.choice(
                        "business",
                        "enterprise.field.businessTypes",
                        businesses(),
                        value -> Fragment.of("? = any (e.business_types)", value))
                .more(),
        Filter.choice("sector", "enterprise.field.sector", sectors(), value -> Fragment.of("e.sector = ?", value))
                .more(),
        Filter.choice("size", "enterprise.field.sizeClass", SizeClass.values(), "enterprise.size.", "e.size_class")
                .more(),
        Filter.text("partner", "enterprise.filter.partner", EnterpriseFilters::partner)
                .more(),
        Filter.choice(
                        "tier",
                        "enterprise.field.tier",
                        options("portfolio.tier.", "A", "B", "C"),
                        value -> Fragment.of("e.tier = ?", value))
                .more(),
        Filter.yesNo("coordinated", "enterprise.filter.coordinated", "e.coordinator_id is not null")
                .more(),
        Filter.text("coordinator", "enterprise.field.coordinator", EnterpriseFilters::coordinator)
                .more(),
        Filter.text("unreached", "enterprise.filter.unreached", EnterpriseFilters::unreached)
                .more(),
        Filter.yesNo("used", "enterprise.filter.used", EnterpriseList.USERS + " > 0")
                .more(),
        Filter.yesNo("suspended", "enterprise.filter.suspended", "e.suspended_at is not null")
                .more()
    };

    /** The search through the index, and a filter for each field. */
    static Filter[] all(EnterpriseList list) {
        Filter search = Filter.search(
                        "enterprise.enterprises.search", text -> list.lookup().condition(text))
                .few(text -> true);
        Filter graded = Filter.dated(
                        "grade-was", "enterprise.filter.grade-was", grades(), (grade, day) -> graded(list, grade, day))
                .more();
        return Stream.of(Stream.of(search), Stream.of(FIELDS), Stream.of(graded))
                .flatMap(each -> each)
                .toArray(Filter[]::new);
    }

    private static Fragment graded(EnterpriseList list, String value, LocalDate day) {
        CreditGrade grade = CreditGrade.valueOf(value);
        list.rules().requireKnown(grade, day, "grade-was");
        return Aeos.graded(grade, day);
    }

    private static List<Filter.Option> grades() {
        return Stream.of(CreditGrade.values())
                .map(grade -> new Filter.Option(grade.name(), "enterprise.grade." + grade))
                .toList();
    }

    private EnterpriseFilters() {}

    /** The grades that make an AEO are few: by them the condition reads an index. */
    private static Fragment audience(String audience) {
        String in = audience.equals("AEO") ? " and (e.grade in ('ACE', 'CE') or e.grade is null)" : "";
        return Fragment.of("enterprise_audience(e.grade, e.journey_step) = ?" + in, audience);
    }

    private static Fragment partner(String typed) {
        List<String> codes = Economies.parse("partner", List.of(typed));
        return codes.isEmpty()
                ? Fragment.NONE
                : Fragment.of("e.trading_partners @> string_to_array(?, ',')", String.join(",", codes));
    }

    private static Fragment coordinator(String typed) {
        Fragment named = Filter.anywhere(typed, "c.name_zh", "c.name_en");
        return new Fragment(
                "e.coordinator_id in (select c.id from account c where " + named.sql() + ")", named.values());
    }

    /** Not once since that day, or never. */
    private static Fragment unreached(String typed) {
        return Fragment.of("(e.last_contact_on is null or e.last_contact_on < ?)", day("unreached", typed));
    }

    private static LocalDate day(String key, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Problem.invalid(key, "web.invalid.date");
        }
        throw Problem.invalid(key, "web.invalid.date");
    }

    private static List<Filter.Option> options(String words, String... values) {
        return Stream.of(values)
                .map(value -> new Filter.Option(value, words + value))
                .toList();
    }

    private static List<Filter.Option> businesses() {
        return Stream.of(BusinessType.values())
                .map(type -> new Filter.Option(type.name(), "enterprise.business." + type))
                .toList();
    }

    /** The sections A to T of GB/T 4754. */
    private static List<Filter.Option> sectors() {
        return "ABCDEFGHIJKLMNOPQRST"
                .chars()
                .mapToObj(letter -> String.valueOf((char) letter))
                .map(letter -> new Filter.Option(letter, "enterprise.sector." + letter))
                .toList();
    }
}
