package org.aeoreach.campaign.counting;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;

/** One campaign held against registry, ledger and a full count. What differs is mended and put down in the audit. */
final class Recount {

    static final String CAMPAIGNS = "select campaign, org_path, title from campaigns_to_recount()";

    private static final String SUMS = "select dimension, house_path, value, audience, state, told, counted"
            + " from campaign_recount_sums(?, ?, ?)";
    private static final String AUDIT = "select audit_append('campaign.recount', 'campaign', ?, ?, cast(? as jsonb))";

    private final SystemDatabase database;
    private final Head campaign;

    Recount(SystemDatabase database, Head campaign) {
        this.database = database;
        this.campaign = campaign;
    }

    /** A campaign to be recounted. */
    record Head(long id, String orgPath, String title) {}

    static Head head(Rows.Row row) {
        return new Head(row.id(0), row.text(1), row.text(2));
    }

    /** What was wrong below a path: so many members, and these sums. */
    record Differences(long levels, List<Sum> sums, List<JsonObject> places) {}

    /** A sum that was not what a full count says. */
    record Sum(
            String dimension, String housePath, String value, String audience, String state, long told, long counted) {

        static Sum of(Rows.Row row) {
            return new Sum(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.id(5), row.id(6));
        }

        private String cell() {
            return String.join(" ", dimension, value, audience, state);
        }
    }

    /** @param between runs between transactions and may end it by throwing */
    Differences of(String path, Runnable between) {
        long levels =
                Judging.follow((sql, values) -> database.list(sql, row -> row, values), campaign.id(), path, between);
        List<Sum> sums = database.list(SUMS, Sum::of, campaign.id(), path, Judging.end(path));
        if (levels > 0 || !sums.isEmpty()) {
            String changes = JsonText.JSON
                    .createObjectBuilder()
                    .add("unitPath", added(path))
                    .add("levels", added(Long.toString(levels)))
                    .add("sums", added(Integer.toString(sums.size())))
                    .build()
                    .toString();
            database.list(AUDIT, row -> row, Long.toString(campaign.id()), campaign.orgPath(), changes);
        }
        return new Differences(levels, sums, places(path, levels, sums));
    }

    private static jakarta.json.JsonArrayBuilder added(String value) {
        return JsonText.JSON.createArrayBuilder().addNull().add(value);
    }

    private List<JsonObject> places(String path, long levels, List<Sum> sums) {
        List<JsonObject> places = new ArrayList<>();
        if (levels > 0) {
            places.add(JsonText.JSON
                    .createObjectBuilder()
                    .add("campaign", campaign.title())
                    .add("unit", code(path))
                    .add("members", levels)
                    .build());
        }
        for (Sum each : sums) {
            places.add(JsonText.JSON
                    .createObjectBuilder()
                    .add("campaign", campaign.title())
                    .add("unit", code(each.housePath()))
                    .add("cell", each.cell())
                    .add("told", each.told())
                    .add("counted", each.counted())
                    .build());
        }
        return places;
    }

    private static String code(String path) {
        return path.substring(path.length() - 5, path.length() - 1);
    }
}
