package org.aeoreach.enterprise.history;

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

/** A source of an enterprise's history that knows the day of each entry, and no hour. */
abstract class DayTimeline implements TimelineSource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    /** Selects the entries of the enterprise {@code ?1}: an {@code id} and a {@code day}, then what they tell. */
    abstract String days();

    /** Tells an entry. @param row the time, the number, the day, and from 3 on what else was selected */
    abstract Told told(Rows.Row row, Language language);

    /** What an entry says. @param by whose doing it was */
    record Told(String by, String text, List<String> details) {}

    String text(Language language, String key, Object... values) {
        return messages.text(language, key, values);
    }

    @Override
    @Transactional
    public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
        if (!subject.type().equals("enterprise")) {
            return List.of();
        }
        var query = em.createNativeQuery("select * from (select (d.day + time '12:00') at time zone 'Asia/Shanghai'"
                        + " as at, d.* from (" + days() + ") d) x where (x.at, x.id) < (cast(?2 as timestamptz), ?3)"
                        + " order by x.at desc, x.id desc limit ?4")
                .setParameter(1, Long.valueOf(subject.id()))
                .setParameter(2, before.at().toString())
                .setParameter(3, before.number())
                .setParameter(4, limit);
        return Rows.list(query, this::entry);
    }

    private TimelineEntry entry(Rows.Row row) {
        Told told = told(row, RequestContext.current().language());
        return new TimelineEntry(row.instant(0), row.id(1), told.by(), told.text(), told.details(), null).ofTheDay();
    }
}
