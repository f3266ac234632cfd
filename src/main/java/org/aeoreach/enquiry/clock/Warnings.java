package org.aeoreach.enquiry.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;

/**
 * Warns before a clock runs out and tells the head of the unit when it has. Taking a clock and writing the letters commit
 * together, so nobody is told twice, whichever node looks.
 */
@ApplicationScoped
public class Warnings {

    static final int BATCH = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Inject
    private Bound bound;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    private record Told(
            String what,
            long enquiry,
            String number,
            String subject,
            Instant due,
            String path,
            HeaderText name,
            MailAddress mail,
            Language language) {

        static Told of(Rows.Row row) {
            Language language = Objects.requireNonNull(Language.of(row.text(10)));
            return new Told(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.instant(4),
                    row.text(5),
                    HeaderText.plain(language.pick(row.text(7), row.textOrNull(8))),
                    new MailAddress(row.text(9)),
                    language);
        }

        Letter letter() {
            return new Letter(
                    "enquiry-clock-" + what.toLowerCase(Locale.ROOT).replace('_', '-'),
                    language,
                    mail,
                    name,
                    Map.of(
                            "number",
                            number,
                            "subject",
                            HeaderText.plain(subject).text(),
                            "due",
                            TIME.format(due.atZone(Time.ZONE)),
                            "enquiry",
                            "/desk/enquiries/" + enquiry),
                    path);
        }
    }

    /** Clocks of levels. @return how many letters were written */
    @Transactional
    public int levels() {
        return write("select * from enquiry_clocks_due(?1, ?2)");
    }

    /** Clocks of all levels together. @return how many letters were written */
    @Transactional
    public int totals() {
        return write("select * from enquiry_totals_due(?1, ?2)");
    }

    private int write(String due) {
        List<Told> all = Rows.list(bound.query(due, clock.instant().atOffset(ZoneOffset.UTC), BATCH), Told::of);
        outbox.send(all.stream().map(Told::letter).toList());
        return all.size();
    }
}
