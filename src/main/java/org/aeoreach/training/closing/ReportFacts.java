package org.aeoreach.training.closing;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * What the data say of a session.
 *
 * @param registered seats taken at its beginning
 * @param came everybody who was there, with those who came unannounced
 * @param counted of these, whose attendance counts
 * @param enterprises how many they came from
 * @param houses customs houses of these enterprises, with how many people each
 * @param firms enterprises of the range of the organiser that the author of the report sees, with how many people each, at
 *     most 100
 * @param grades credit grades of these enterprises, with how many of them each
 * @param checkPeople who gave the check before and after
 * @param before percent of answers right before; null as long as fewer than five people gave both
 * @param content mean rating; null as are the other ratings as long as there are fewer than five
 * @param marked words of feedback that somebody is to see to
 * @param asked absent people who were asked why
 * @param raised questions raised
 * @param enquiries of these, which became enquiries
 */
public record ReportFacts(
        long registered,
        long absent,
        long came,
        long counted,
        long walkIns,
        long enterprises,
        List<Named> houses,
        List<Named> firms,
        List<Counted> grades,
        long checkPeople,
        @Nullable Long before,
        @Nullable Long after,
        long answers,
        @Nullable BigDecimal content,
        @Nullable BigDecimal trainers,
        @Nullable BigDecimal value,
        long marked,
        long asked,
        List<Counted> reasons,
        long raised,
        long enquiries) {

    /** Something with a name. */
    public record Named(String zh, @Nullable String en, long many) {}

    /** Something with a code. */
    public record Counted(String code, long many) {}

    static ReportFacts of(String json) {
        JsonObject facts = JsonText.object(json);
        return new ReportFacts(
                number(facts, "registered"),
                number(facts, "absent"),
                number(facts, "came"),
                number(facts, "counted"),
                number(facts, "walkIns"),
                number(facts, "enterprises"),
                named(facts, "houses"),
                named(facts, "firms"),
                counted(facts, "grades", "grade"),
                number(facts, "checkPeople"),
                share(facts, "before"),
                share(facts, "after"),
                number(facts, "answers"),
                mean(facts, "content"),
                mean(facts, "trainers"),
                mean(facts, "value"),
                number(facts, "marked"),
                number(facts, "asked"),
                counted(facts, "reasons", "reason"),
                number(facts, "raised"),
                number(facts, "enquiries"));
    }

    private static long number(JsonObject facts, String name) {
        return facts.getJsonNumber(name).longValue();
    }

    private static @Nullable Long share(JsonObject facts, String name) {
        BigDecimal share = mean(facts, name);
        return share == null ? null : share.longValue();
    }

    private static @Nullable BigDecimal mean(JsonObject facts, String name) {
        return facts.isNull(name) ? null : facts.getJsonNumber(name).bigDecimalValue();
    }

    private static List<Named> named(JsonObject facts, String name) {
        return facts.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(each -> new Named(
                        each.getString("zh"), each.isNull("en") ? null : each.getString("en"), number(each, "many")))
                .toList();
    }

    private static List<Counted> counted(JsonObject facts, String name, String key) {
        return facts.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(each -> new Counted(each.getString(key), number(each, "many")))
                .toList();
    }
}
