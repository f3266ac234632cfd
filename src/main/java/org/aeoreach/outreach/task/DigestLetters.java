package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;

/**
 * The letter of the day: tasks that are due and, for a coordinator, enterprises whose contact is overdue or whose
 * re-check is due. One for each person, in his language, and only when there is something to tell.
 */
@ApplicationScoped
public class DigestLetters {

    static final int BATCH = 100;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Outbox outbox;

    private record Person(String name, String mail, Language language, String orgPath) {}

    /** @param first title of the oldest, empty when there is none */
    private record Due(Person person, long overdue, long today, String first, long contacts, long rechecks) {

        boolean tasks() {
            return overdue + today > 0;
        }

        boolean portfolio() {
            return contacts + rechecks > 0;
        }
    }

    /**
     * Writes the letters of up to 100 people who have got none on that day. Taking them and writing commit together, so
     * nobody gets two.
     *
     * @return how many were written; fewer than 100 when nobody is left
     */
    @Transactional
    public int write(LocalDate day) {
        Query query = em.createNativeQuery("select * from take_daily_letters(?, ?)")
                .setParameter(1, java.sql.Date.valueOf(day))
                .setParameter(2, BATCH);
        List<Due> all = Rows.list(query, DigestLetters::due);
        all.forEach(this::write);
        return all.size();
    }

    private void write(Due due) {
        Map<String, String> words = new HashMap<>();
        if (due.tasks()) {
            words.put("overdue", Long.toString(due.overdue()));
            words.put("today", Long.toString(due.today()));
            words.put("first", due.first());
            words.put("tasks", "/desk/tasks?whose=MINE&state=DUE");
        }
        if (due.portfolio()) {
            words.put("contacts", Long.toString(due.contacts()));
            words.put("rechecks", Long.toString(due.rechecks()));
            words.put("portfolio", "/desk/portfolio?part=COORDINATOR");
        }
        String template = !due.portfolio() ? "outreach-tasks" : due.tasks() ? "outreach-day" : "outreach-portfolio";
        Person person = due.person();
        outbox.send(new Letter(
                template,
                person.language(),
                new MailAddress(person.mail()),
                new HeaderText(person.name()),
                words,
                person.orgPath()));
    }

    private static Due due(Rows.Row row) {
        Language language = Objects.requireNonNull(Language.of(row.text(4)));
        var person = new Person(language.pick(row.text(1), row.textOrNull(2)), row.text(3), language, row.text(5));
        return new Due(
                person, row.id(6), row.id(7), Objects.requireNonNullElse(row.textOrNull(8), ""), row.id(9), row.id(10));
    }
}
