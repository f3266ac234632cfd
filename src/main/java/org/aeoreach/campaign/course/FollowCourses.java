package org.aeoreach.campaign.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.SystemDatabase;

/**
 * Every night, after the recount: looks up how far the members of each campaign have come, a district at a time, and adds
 * that up for all units.
 */
@ApplicationScoped
public class FollowCourses implements JobKind {

    static final String NAME = "follow-courses";

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    FollowCourses() {}

    @Inject
    FollowCourses(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "course.job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(4, 10));
    }

    @Override
    public void run(JobContext context) {
        List<Long> campaigns = database.list("select campaign from campaigns_to_recount()", row -> row.id(0));
        List<String> districts = database.list(Courses.PARTS, row -> row.text(0));
        long total = (long) campaigns.size() * districts.size();
        long changed = 0;
        for (int i = 0; i < total; i++) {
            context.progress(i, total);
            context.checkpoint();
            long campaign = campaigns.get(i / districts.size());
            String path = districts.get(i % districts.size());
            changed += database.list(Courses.FOLLOW, row -> row.id(0), campaign, path, Courses.end(path))
                    .get(0);
            if (i % districts.size() == districts.size() - 1) {
                database.list(Courses.SUM, row -> row, campaign);
            }
        }
        context.result(JsonText.JSON
                .createObjectBuilder()
                .add("campaigns", campaigns.size())
                .add("changed", changed)
                .build());
        context.done(total);
    }

    @Override
    public Report report(JsonObject result) {
        return new Report(
                new Report.Line("course.job.done"),
                List.of(
                        new Report.Fact("counting.recount.campaigns", Integer.toString(result.getInt("campaigns"))),
                        new Report.Fact("course.job.changed", Integer.toString(result.getInt("changed")))),
                List.of());
    }
}
