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

/** The steps an enterprise took towards AEO, without those recorded by mistake. */
@ApplicationScoped
class JourneyTimeline implements TimelineSource {

    private static final String STEPS = "select * from (select j.id, (j.happened_on + time '12:00') at time zone"
            + " 'Asia/Shanghai' as at, s.zh, s.en, j.note, n.zh as unit_zh, n.en as unit_en from journey_entry j"
            + " join journey_step s on s.code = j.step"
            + " join unit_name n on n.unit_id = j.unit_then and n.valid_to is null"
            + " where j.enterprise_id = ? and j.retracted_at is null) x"
            + " where (x.at, x.id) < (cast(? as timestamptz), ?) order by x.at desc, x.id desc limit ?";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    @Override
    public String name() {
        return "journey";
    }

    @Override
    @Transactional
    public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
        return subject.type().equals("enterprise")
                ? Rows.list(
                        em.createNativeQuery(STEPS)
                                .setParameter(1, Long.valueOf(subject.id()))
                                .setParameter(2, before.at().toString())
                                .setParameter(3, before.number())
                                .setParameter(4, limit),
                        this::entry)
                : List.of();
    }

    private TimelineEntry entry(Rows.Row row) {
        Language language = RequestContext.current().language();
        String step = language.pick(row.text(2), row.textOrNull(3));
        return new TimelineEntry(
                        row.instant(1),
                        row.id(0),
                        language.pick(row.text(5), row.textOrNull(6)),
                        messages.text(language, "enterprise.history.step", step),
                        row.textOrNull(4) == null ? List.of() : List.of(row.text(4)),
                        null)
                .ofTheDay();
    }
}
