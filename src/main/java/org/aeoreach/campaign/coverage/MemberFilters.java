package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.campaign.counting.State;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** What members of a campaign can be narrowed by; every figure of coverage is one of these addresses. */
public final class MemberFilters {

    /** Value of a choice for those without any. */
    static final String NONE = "NONE";

    private static final String NOT_REACHED = "NOT_REACHED";

    private static final List<String> REASONS =
            List.of("CLOSED", "MOVED", "NO_CONTACT", "DECLINED", "DUPLICATE", "NOT_APPLICABLE", "OTHER");

    private MemberFilters() {}

    /** @param path whose figures or whose work: {@code m.house_path} or {@code m.org_path} */
    public static Filter[] all(String path) {
        return new Filter[] {
            Filter.search("coverage.search", "e.name_zh", "e.name_en", "e.customs_code", "e.uscc"),
            Filter.given("campaign", "coverage.field.campaign", MemberFilters::campaign),
            Filter.choice("state", "coverage.field.state", states(), MemberFilters::state),
            choice("audience", "enterprise.audience.", List.of("PROSPECTIVE", "AEO", "ALL"), "m.audience", false),
            Filter.choice(
                    "whose",
                    "coverage.field.officer",
                    options("coverage.whose.", "ME", "NONE"),
                    value -> Fragment.of(
                            value.equals("ME") ? "m.officer_id = portfolio_owner()" : "m.officer_id is null")),
            choice("size", "enterprise.size.", List.of("LARGE", "MEDIUM", "SMALL", "MICRO"), "m.size_class", true),
            choice("sector", "enterprise.sector.", sectors(), "m.sector", true).more(),
            choice("track", "coverage.track.", List.of("NONE", "SME", "CBEC", "BOTH"), "m.track", false)
                    .more(),
            Filter.choice(
                            "postponed",
                            "coverage.field.postponed",
                            options("coverage.postponed.", "NOW", "BACK"),
                            MemberFilters::postponed)
                    .more(),
            Filter.choice(
                            "reason",
                            "coverage.field.reason",
                            options("coverage.reason.", REASONS.toArray(String[]::new)),
                            value -> Fragment.of("m.reason = ? and (m.standing = 'EXCLUDED' or m.level < 2)", value))
                    .more(),
            choice(
                            "channel",
                            "outreach.channel.",
                            Arrays.stream(Channel.values()).map(Enum::name).toList(),
                            "m.channel",
                            true)
                    .more(),
            Filter.text("week", "coverage.field.week", MemberFilters::week).more(),
            Filter.text("officer", "coverage.field.officerNumber", MemberFilters::officer)
                    .more(),
            Filter.choice(
                            "apart",
                            "coverage.field.apart",
                            options("coverage.apart.", "LATE", "MERGED", "MOVED"),
                            value -> Fragment.of(apart(value)))
                    .more(),
            Filter.choice(
                            "course",
                            "coverage.field.course",
                            options("coverage.course.", "REACHED", "OTHERS"),
                            value -> Fragment.of(course(value.equals("REACHED") ? "s.reached" : "not s.reached")))
                    .more(),
            Filter.choice(
                            "step",
                            "coverage.field.step",
                            options("coverage.funnel.", "TRAINED", "SELF_ASSESSED", "APPLIED", "CERTIFIED"),
                            value -> Fragment.of(course("s." + day(value) + " is not null")))
                    .more(),
            Filter.text("silent", "coverage.field.silent", MemberFilters::silent)
                    .more(),
            Filter.including("late", "coverage.field.late", "not m.late").more(),
            Filter.unit("unit", "coverage.field.unit", path).more(),
            Filter.text("house", "coverage.field.exactly", code -> house(path, code))
                    .more()
        };
    }

    private static Fragment campaign(String text) {
        return Fragment.of(
                "m.campaign_id = (select c.id from campaign c where c.id = ?)", Long.valueOf(number("campaign", text)));
    }

    static String number(String key, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid(key, "web.invalid.number");
        }
        return text;
    }

    private static List<Filter.Option> states() {
        List<Filter.Option> all = new ArrayList<>(options("coverage.state.", "OPEN", NOT_REACHED));
        Arrays.stream(State.values())
                .map(state -> new Filter.Option(state.name(), "coverage.state." + state))
                .forEach(all::add);
        return all;
    }

    private static Fragment state(String value) {
        return Fragment.of(
                switch (value) {
                    case "OPEN" -> StateSql.OPEN;
                    case NOT_REACHED -> "not " + StateSql.is(State.REACHED);
                    default -> StateSql.is(State.valueOf(value));
                });
    }

    private static List<Filter.Option> options(String words, String... values) {
        return Stream.of(values)
                .map(value -> new Filter.Option(value, words + value))
                .toList();
    }

    private static Filter choice(String key, String words, List<String> values, String column, boolean optional) {
        List<Filter.Option> all = new ArrayList<>(options(words, values.toArray(String[]::new)));
        if (optional) {
            all.add(new Filter.Option(NONE, "coverage.unknown"));
        }
        return Filter.choice(
                key,
                "coverage.field." + key,
                all,
                value -> optional && value.equals(NONE)
                        ? Fragment.of(column + " is null")
                        : Fragment.of(column + " = ?", value));
    }

    private static List<String> sectors() {
        return "ABCDEFGHIJKLMNOPQRST".chars().mapToObj(Character::toString).toList();
    }

    /** What is put off, and what has come back by itself and still waits. */
    private static Fragment postponed(String value) {
        return Fragment.of(
                value.equals("NOW")
                        ? "m.postponed_to > china_day()"
                        : "m.postponed_to <= china_day() and " + StateSql.OPEN);
    }

    private static String apart(String value) {
        return switch (value) {
            case "LATE" -> "m.late";
            case "MERGED" -> "m.merged";
            default -> "m.unit_id <> m.house_id";
        };
    }

    /** By what was looked up in the night, so that the list is what the figures of the night count. */
    private static String course(String condition) {
        return "exists (select from campaign_course s where s.campaign_id = m.campaign_id"
                + " and s.enterprise_id = m.enterprise_id and " + condition + ")";
    }

    private static String day(String step) {
        return switch (step) {
            case "TRAINED" -> "trained_on";
            case "SELF_ASSESSED" -> "assessed_on";
            case "APPLIED" -> "applied_on";
            default -> "certified_on";
        };
    }

    private static Fragment silent(String since) {
        return Fragment.of(course("coalesce(s.contact_on < ?, true)"), date("silent", since));
    }

    private static LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(key, "web.invalid.date");
        }
    }

    private static Fragment week(String monday) {
        LocalDate first = date("week", monday);
        return Fragment.of(
                "coalesce(m.reached_on, m.first_on) >= ? and coalesce(m.reached_on, m.first_on) < ?",
                first,
                first.plusDays(7));
    }

    private static Fragment officer(String text) {
        return text.equals(NONE)
                ? Fragment.of("m.officer_id is null")
                : Fragment.of("m.officer_id = ?", Long.valueOf(number("officer", text)));
    }

    private static Fragment house(String path, String code) {
        if (!code.matches("[0-9]{4}")) {
            throw Problem.invalid("house", "list.invalid.unit");
        }
        return Fragment.of(path + " = (select x.org_path from unit x where x.code = ?)", code);
    }
}
