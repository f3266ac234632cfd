package org.aeoreach.library.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;

/** Writes the letters of followers, every five minutes those that are due. */
@ApplicationScoped
public class TellFollowers implements JobKind {

    @Inject
    private FollowLetters letters;

    @Override
    public String name() {
        return "tell-followers";
    }

    @Override
    public String titleKey() {
        return "library.follow.job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public void run(JobContext context) {
        int written = 0;
        int batch = FollowLetters.BATCH;
        while (batch == FollowLetters.BATCH) {
            batch = letters.write();
            written += batch;
            context.checkpoint();
        }
        context.result(
                JsonText.JSON.createObjectBuilder().add("letters", written).build());
    }

    @Override
    public Report report(JsonObject result) {
        String many = Integer.toString(result.getInt("letters", 0));
        return new Report(null, List.of(new Report.Fact("library.follow.letters", many)), List.of());
    }
}
