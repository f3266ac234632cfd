package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;

/** The plan of the district 5300 for a directive of a test's own, with activities on certain days. */
public record PlannedDistrict(Cascade directive) {

    private static final String UNIT = "5300";

    /** Issued, and taken note of. */
    public static PlannedDistrict acknowledged(String title) throws SQLException {
        PlannedDistrict district = new PlannedDistrict(Cascade.running(title, UNIT, "2200"));
        done(district.step("/acknowledgement"));
        return district;
    }

    /** @param more further fields with a comma behind each @param house empty for the whole district */
    public static String activity(String more, String title, LocalDate day, String house) {
        return "{" + more + "\"kind\":\"TRAINING\",\"titleZh\":\"" + title + "\",\"startsOn\":\"" + day + "\""
                + (house.isEmpty() ? "" : ",\"unit\":\"" + house + "\"") + "}";
    }

    public Caller officer() {
        return Caller.signedIn("shenzhen.officer");
    }

    public String page() {
        return directive.desk() + "/plan/" + UNIT;
    }

    public Reply step(String step) {
        return directive.step(officer(), UNIT, step, null);
    }

    public Reply save(String... activities) {
        return saved(",\"activities\":[" + String.join(",", activities) + "]");
    }

    public Reply saveWithoutActivities() {
        return saved("");
    }

    private Reply saved(String more) {
        Reply plan = directive.plan(officer(), UNIT);
        String houses = plan.body().getJsonArray("houses").getValuesAs(JsonObject.class).stream()
                .map(each -> "{\"unit\":\"" + each.getJsonObject("unit").getString("code") + "\",\"target\":"
                        + each.getJsonNumber("proposed") + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return Cascade.sent(
                officer(),
                "PUT",
                directive.api() + "/plans/" + UNIT,
                "{\"regionalZh\":\"样例\",\"channels\":[],\"documents\":[],\"houses\":" + houses + more + "}",
                plan.etag());
    }

    public void approve() {
        done(directive.step(Caller.signedIn("shenzhen.planner"), UNIT, "/approval", null));
    }

    public void approvedAndPushed() {
        done(step("/submission"));
        approve();
        done(step("/push"));
    }

    public List<JsonObject> activities(Caller who) {
        return directive.plan(who, UNIT).body().getJsonArray("activities").getValuesAs(JsonObject.class);
    }
}
