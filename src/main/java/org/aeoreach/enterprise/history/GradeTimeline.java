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

/** The days on which an enterprise got a credit grade, each by its name under the rules of that day. */
@ApplicationScoped
class GradeTimeline implements TimelineSource {

    // The present grade has no number of its own; no other entry of this source has 0.
    private static final String GRADES = "select * from (select g.id, (g.since + time '12:00') at time zone"
            + " 'Asia/Shanghai' as at, coalesce(c.zh, g.grade), coalesce(c.en, g.grade) as en from ("
            + "select 0 as id, e.grade, e.grade_since as since from enterprise e where e.id = ?1 and e.grade is not null"
            + " union all select f.id, f.grade, f.valid_from from enterprise_former_grade f where f.enterprise_id = ?1) g"
            + " left join credit_grade c on c.rule_set = credit_rules_on(g.since) and c.grade = g.grade) x"
            + " where (x.at, x.id) < (cast(?2 as timestamptz), ?3) order by x.at desc, x.id desc limit ?4";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    @Override
    public String name() {
        return "grade";
    }

    @Override
    @Transactional
    public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
        return subject.type().equals("enterprise")
                ? Rows.list(
                        em.createNativeQuery(GRADES)
                                .setParameter(1, Long.valueOf(subject.id()))
                                .setParameter(2, before.at().toString())
                                .setParameter(3, before.number())
                                .setParameter(4, limit),
                        this::entry)
                : List.of();
    }

    private TimelineEntry entry(Rows.Row row) {
        Language language = RequestContext.current().language();
        String grade = language.pick(row.text(2), row.text(3));
        return new TimelineEntry(
                        row.instant(1),
                        row.id(0),
                        messages.text(language, "enterprise.history.registry"),
                        messages.text(language, "enterprise.history.grade", grade),
                        List.of(),
                        null)
                .ofTheDay();
    }
}
