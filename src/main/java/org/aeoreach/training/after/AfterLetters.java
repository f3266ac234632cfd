package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.training.session.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters after a session. Claiming one and keeping the letter commit together, so nobody gets it twice,
 * whichever node does it and whenever it is stopped.
 */
@ApplicationScoped
public class AfterLetters {

    static final int BATCH = 100;
    private static final String WHAT =
            "select kind, attendance_id, registration_id, session_id, session_path, name, mail,"
                    + " language, enterprise_id, title_zh, title_en, starts_at, ends_at, zone from ";
    private static final String CAME = WHAT + "training_after_letters(?1, ?2)";
    private static final String ABSENT = WHAT + "training_absence_letters(?1)";

    @Inject
    private Bound bound;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    private record Due(
            String kind,
            @Nullable Long attendance,
            @Nullable Long registration,
            long session,
            String path,
            String name,
            String mail,
            Language language,
            @Nullable Long enterprise,
            String title,
            String when) {

        static Due of(Rows.Row row) {
            Language language = Objects.requireNonNull(Language.of(row.text(7)));
            return new Due(
                    row.text(0),
                    row.idOrNull(1),
                    row.idOrNull(2),
                    row.id(3),
                    row.text(4),
                    row.text(5),
                    row.text(6).strip(),
                    language,
                    row.idOrNull(8),
                    language.pick(row.text(9), row.textOrNull(10)),
                    SessionTime.of(row.instant(11), row.instant(12), row.text(13), language));
        }

        String template() {
            return "training-" + kind.toLowerCase(Locale.ROOT);
        }
    }

    /** @return how many were claimed */
    @Transactional
    public int write() {
        List<Due> came = Rows.list(bound.query(CAME, BATCH, clock.instant().atOffset(ZoneOffset.UTC)), Due::of);
        List<Due> absent = Rows.list(bound.query(ABSENT, BATCH), Due::of);
        outbox.sendEach(
                Stream.concat(came.stream(), absent.stream())
                        .filter(due -> MailAddress.isWellFormed(due.mail()))
                        .toList(),
                this::letter);
        return Math.max(came.size(), absent.size());
    }

    private Letter letter(Due due) {
        LinkToken token = LinkToken.fresh();
        String made = due.registration() == null
                ? "select 1 from training_attendance_link_made(?1, ?2)"
                : "select 1 from training_ticket_made(?1, ?2)";
        Long whose = due.registration() == null ? due.attendance() : due.registration();
        bound.query(made, token.hash(), whose).getSingleResult();
        Map<String, String> words = Map.of(
                "title",
                HeaderText.plain(due.title()).text(),
                "when",
                due.when(),
                "link",
                Tickets.PATH + token.text() + (due.kind().equals("ABSENT") ? "/absence" : "/after"));
        return new Letter(
                        due.template(),
                        due.language(),
                        new MailAddress(due.mail()),
                        HeaderText.plain(due.name()),
                        words,
                        due.path(),
                        due.enterprise())
                .about("/desk/trainings/" + due.session());
    }
}
