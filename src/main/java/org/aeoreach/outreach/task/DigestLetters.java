package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;

/** Letters about tasks that are due: one a day for each person, in his language, and only when something is. */
@ApplicationScoped
public class DigestLetters {

    static final int BATCH = 100;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Outbox outbox;

    private record Due(
            String name, String mail, Language language, String orgPath, long overdue, long today, String first) {}

    /**
     * Writes the letters of up to 100 people who have got none on that day. Taking them and writing commit together, so
     * nobody gets two.
     *
     * @return how many were written; fewer than 100 when nobody is left
     */
    @Transactional
    public int write(LocalDate day) {
        Query query = em.createNativeQuery("select * from take_task_digests(?, ?)")
                .setParameter(1, java.sql.Date.valueOf(day))
                .setParameter(2, BATCH);
        List<Due> all = Rows.list(query, DigestLetters::due);
        all.forEach(this::write);
        return all.size();
    }

    private void write(Due due) {
        outbox.send(new Letter(
                "outreach-tasks",
                due.language(),
                new MailAddress(due.mail()),
                new HeaderText(due.name()),
                Map.of(
                        "overdue", Long.toString(due.overdue()),
                        "today", Long.toString(due.today()),
                        "first", due.first(),
                        "tasks", "/desk/tasks?whose=MINE&state=DUE"),
                due.orgPath()));
    }

    private static Due due(Rows.Row row) {
        Language language = Objects.requireNonNull(Language.of(row.text(4)));
        return new Due(
                language.pick(row.text(1), row.textOrNull(2)),
                row.text(3),
                language,
                row.text(5),
                row.id(6),
                row.id(7),
                row.text(8));
    }
}
