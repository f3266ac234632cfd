package org.aeoreach.library.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;

/** Writes the letters of subscribers, every five minutes those that are due. */
@ApplicationScoped
public class TellSubscribers implements JobKind {

    @Inject
    private SubscriberLetters letters;

    @Override
    public String name() {
        return "tell-subscribers";
    }

    @Override
    public String titleKey() {
        return "library.subscribe.job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public void run(JobContext context) {
        int written = 0;
        int batch = SubscriberLetters.BATCH;
        Map<String, SubscriberLetters.News> read = new HashMap<>();
        while (batch == SubscriberLetters.BATCH) {
            batch = letters.write(read);
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
