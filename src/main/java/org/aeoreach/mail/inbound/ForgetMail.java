package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.SystemDatabase;

/**
 * Deletes each night the source of mails that were done with long ago ({@code AEO_MAIL_IMAP_KEEP_DAYS}; 0 keeps them for
 * good). What was made of them stays, and who wrote when about what; what waits for a person is not touched.
 */
@ApplicationScoped
public class ForgetMail implements JobKind {

    static final int DAYS = 180;
    private static final int BATCH = 500;
    private static final String FORGET = "update inbound_mail set raw = null, raw_gone_at = now() where id in ("
            + "select id from inbound_mail where raw is not null and status = 'DONE'"
            + " and done_at < now() - ? * interval '1 day' order by done_at limit " + BATCH
            + " for update skip locked)";

    @Inject
    private SystemDatabase database;

    @Inject
    private Configuration configuration;

    @Override
    public String name() {
        return "forget-mail";
    }

    @Override
    public String titleKey() {
        return "mail.inbound.forget-job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 20));
    }

    @Override
    public void run(JobContext context) {
        int days = configuration.number("aeo.mail.imap.keep.days", DAYS);
        int forgotten = 0;
        int batch = days > 0 ? BATCH : 0;
        while (batch == BATCH) {
            batch = database.update(FORGET, days);
            forgotten += batch;
            context.checkpoint();
        }
        context.result(
                JsonText.JSON.createObjectBuilder().add("mails", forgotten).build());
    }

    @Override
    public Report report(JsonObject result) {
        String many = Integer.toString(result.getInt("mails", 0));
        return new Report(null, List.of(new Report.Fact("mail.inbound.forgotten", many)), List.of());
    }
}
