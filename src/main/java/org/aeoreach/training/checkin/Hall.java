package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingReader;

/** Who is expected at a session of the viewer's and who is there. */
@ApplicationScoped
public class Hall {

    private static final String PEOPLE =
            "select r.id, r.number, r.name, coalesce(e.name_zh, r.organisation), e.name_en,"
                    + " left(encode(sha256(convert_to(r.code, 'UTF8')), 'hex'), 16), r.status, a.id, a.arrived_at, a.left_at"
                    + " from training_registration r left join enterprise e on e.id = r.enterprise_id"
                    + " left join training_attendance a on a.registration_id = r.id"
                    + " where r.session_id = ?1 and r.status <> 'UNCONFIRMED'"
                    + " union all select null, null, a.name, coalesce(e.name_zh, a.organisation), e.name_en, null, null, a.id,"
                    + " a.arrived_at, a.left_at from training_attendance a left join enterprise e on e.id = a.enterprise_id"
                    + " where a.session_id = ?1 and a.registration_id is null order by 3, 1";
    private static final String COUNT = "select (select count(*) from training_attendance a where a.session_id = ?1),"
            + " (select count(*) from training_registration r where r.session_id = ?1"
            + " and r.status in ('OFFERED', 'REGISTERED'))";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    /** @throws Problem 404 when the session is not the viewer's to hold */
    @Transactional
    public HallList list(long session) {
        trainings.own(session);
        Language language = RequestContext.current().language();
        return new HallList(
                counted(session), Rows.list(bound.query(PEOPLE, session), row -> HallPerson.of(row, language)));
    }

    /** @throws Problem 404 as {@link #list} */
    @Transactional
    public HallCount count(long session) {
        trainings.own(session);
        return counted(session);
    }

    private HallCount counted(long session) {
        return Rows.one(bound.query(COUNT, session), row -> new HallCount(row.id(0), row.id(1)))
                .orElseThrow();
    }
}
