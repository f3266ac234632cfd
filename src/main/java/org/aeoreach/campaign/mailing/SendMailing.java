package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/**
 * Sends a mailing as far as it goes at present: notes what has left, writes letters until the outbox holds enough of
 * them, ends the mailing when all have left. It is started again while there is something to do.
 */
@ApplicationScoped
class SendMailing implements JobKind {

    static final String KIND = "send-mailing";
    static final String MAILING = "mailing";

    private static final String ROUNDS = "rounds";

    @Inject
    private WriteLetters letters;

    @Inject
    private LogContacts contacts;

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "mailing.job";
    }

    @Override
    public void run(JobContext context) {
        long mailing = context.parameters().getJsonNumber(MAILING).longValue();
        int rounds = 0;
        letters.begin(mailing);
        while (contacts.some(mailing)) {
            context.checkpoint();
        }
        while (letters.some(mailing)) {
            rounds++;
            context.result(
                    JsonText.JSON.createObjectBuilder().add(ROUNDS, rounds).build());
            context.checkpoint();
        }
        letters.finish(mailing);
        context.done(rounds);
    }

    @Override
    public Report report(JsonObject result) {
        String many = Integer.toString(result.getInt(ROUNDS, 0));
        return new Report(null, List.of(new Report.Fact("mailing.job.rounds", many)), List.of());
    }
}
