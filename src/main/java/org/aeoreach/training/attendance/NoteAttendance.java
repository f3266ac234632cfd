package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/** Writes down in the ledger of contacts who was at a session. Run again, it goes on where it ended. */
@ApplicationScoped
class NoteAttendance implements JobKind {

    static final String NAME = "note-attendance";
    private static final String SESSION = "session";
    private static final String NOTED = "noted";

    @Inject
    private SessionContacts contacts;

    static JsonObject of(long session) {
        return JsonText.JSON.createObjectBuilder().add(SESSION, session).build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "attendance.job";
    }

    @Override
    public void run(JobContext context) {
        long session = context.parameters().getJsonNumber(SESSION).longValue();
        long noted = 0;
        for (int some = contacts.some(session); some > 0; some = contacts.some(session)) {
            noted += some;
            context.result(JsonText.JSON.createObjectBuilder().add(NOTED, noted).build());
            context.checkpoint();
        }
        context.done(noted);
    }

    @Override
    public Report report(JsonObject result) {
        String many = Integer.toString(result.getInt(NOTED, 0));
        return new Report(null, List.of(new Report.Fact("attendance.job-noted", many)), List.of());
    }
}
