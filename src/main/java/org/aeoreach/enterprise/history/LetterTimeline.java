package org.aeoreach.enterprise.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.TimelineEntry;
import org.aeoreach.web.timeline.TimelineSource;

/**
 * Letters to the people of an enterprise: to whom, about what and how far they came. What they say stays with those they
 * were written to, for it may let somebody in.
 */
@ApplicationScoped
class LetterTimeline implements TimelineSource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    @Override
    public String name() {
        return "letter";
    }

    @Override
    @Transactional
    public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
        if (!subject.type().equals("enterprise")) {
            return List.of();
        }
        var query = em.createNativeQuery(
                        "select m.created_at, m.id, m.subject, m.recipient_name, m.status, m.gave_up from mail m"
                                + " where m.enterprise_id = ?1 and (m.created_at, m.id) < (cast(?2 as timestamptz), ?3)"
                                + " order by m.created_at desc, m.id desc limit ?4")
                .setParameter(1, Long.valueOf(subject.id()))
                .setParameter(2, before.at().toString())
                .setParameter(3, before.number())
                .setParameter(4, limit);
        return Rows.list(query, this::entry);
    }

    private TimelineEntry entry(Rows.Row row) {
        Language language = RequestContext.current().language();
        boolean dead = row.text(4).equals("DEAD") && row.textOrNull(5) != null;
        String status = messages.text(language, dead ? "mail.gave-up." + row.text(5) : "mail.status." + row.text(4));
        return new TimelineEntry(
                row.instant(0),
                row.id(1),
                null,
                messages.text(language, "enterprise.history.letter", row.text(2)),
                List.of(messages.text(language, "enterprise.history.letter-to", row.text(3), status)),
                null);
    }
}
