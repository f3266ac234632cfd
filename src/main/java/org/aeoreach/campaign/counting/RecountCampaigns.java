package org.aeoreach.campaign.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.SystemDatabase;

/**
 * Every night: ends campaigns whose last day is over, holds the levels of all members against the ledger and the sums
 * against a full count, a district at a time, mends what differs and says where, and has newcomers looked for. It finds
 * nothing as long as the triggers are right.
 */
@ApplicationScoped
public class RecountCampaigns implements JobKind {

    static final String NAME = "recount-campaigns";

    private static final System.Logger LOG = System.getLogger(RecountCampaigns.class.getName());

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    RecountCampaigns() {}

    @Inject
    RecountCampaigns(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "counting.recount";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 20));
    }

    @Override
    public void run(JobContext context) {
        database.list("select campaign_end_due()", row -> row);
        List<Recount.Head> campaigns = database.list(Recount.CAMPAIGNS, Recount::head);
        List<String> districts = database.list(Judging.DISTRICTS, row -> row.text(0));
        Found found = new Found();
        long total = (long) campaigns.size() * districts.size();
        for (int i = 0; i < total; i++) {
            context.progress(i, total);
            Recount recount = new Recount(database, campaigns.get(i / districts.size()));
            found.add(recount.of(districts.get(i % districts.size()), context::checkpoint));
            context.result(found.json(campaigns.size()));
        }
        database.list("select campaign_sweep_sums()", row -> row);
        database.list("select campaign_queue_newcomers()", row -> row);
        if (found.any()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Figures of campaigns were not what the ledger says; see job {0}",
                    Long.toString(context.id()));
        }
        context.result(found.json(campaigns.size()));
        context.done(total);
    }

    @Override
    public Report report(JsonObject result) {
        int levels = result.getInt("levels");
        int sums = result.getInt("sums");
        List<Report.Fact> facts = List.of(
                new Report.Fact("counting.recount.campaigns", Integer.toString(result.getInt("campaigns"))),
                new Report.Fact("counting.recount.levels", Integer.toString(levels)),
                new Report.Fact("counting.recount.sums", Integer.toString(sums)));
        return new Report(
                new Report.Line(levels + sums == 0 ? "counting.recount.same" : "counting.recount.different"),
                facts,
                result.getJsonArray("places").getValuesAs(RecountCampaigns::line));
    }

    private static Report.Line line(JsonValue value) {
        JsonObject place = value.asJsonObject();
        return place.containsKey("members")
                ? new Report.Line(
                        "counting.recount.place.levels",
                        place.getString("campaign"),
                        place.getString("unit"),
                        place.getInt("members"))
                : new Report.Line(
                        "counting.recount.place.sums",
                        place.getString("campaign"),
                        place.getString("unit"),
                        place.getString("cell"),
                        place.getInt("told"),
                        place.getInt("counted"));
    }

    /** What was found so far; the first places one by one. */
    private static final class Found {
        private static final int TOLD = 200;
        private final List<JsonObject> places = new ArrayList<>();
        private long levels;
        private long sums;

        void add(Recount.Differences found) {
            levels += found.levels();
            sums += found.sums().size();
            found.places().stream().limit(TOLD - places.size()).forEach(places::add);
        }

        boolean any() {
            return levels + sums > 0;
        }

        JsonObject json(int campaigns) {
            JsonArrayBuilder told = JsonText.JSON.createArrayBuilder();
            places.forEach(told::add);
            return JsonText.JSON
                    .createObjectBuilder()
                    .add("campaigns", campaigns)
                    .add("levels", levels)
                    .add("sums", sums)
                    .add("places", told)
                    .build();
        }
    }
}
