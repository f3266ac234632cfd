package org.aeoreach.enquiry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/** Notes what an officer answered in the ledger of contacts. Run again, it goes on where it ended. */
@ApplicationScoped
class NoteAnswers implements JobKind {

    private static final String NOTED = "noted";

    @Inject
    private AnswerContacts contacts;

    @Override
    public String name() {
        return "note-answers";
    }

    @Override
    public String titleKey() {
        return "desk.job.contacts";
    }

    @Override
    public void run(JobContext context) {
        long unit = context.parameters().getJsonNumber("unit").longValue();
        long author = context.parameters().getJsonNumber("author").longValue();
        int noted = 0;
        while (contacts.next(unit, author)) {
            noted++;
            context.result(JsonText.JSON.createObjectBuilder().add(NOTED, noted).build());
            context.checkpoint();
        }
        context.done(noted);
    }

    @Override
    public Report report(JsonObject result) {
        String many = Integer.toString(result.getInt(NOTED, 0));
        return new Report(null, List.of(new Report.Fact("desk.job.contacts.noted", many)), List.of());
    }
}
