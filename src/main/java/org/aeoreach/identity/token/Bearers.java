package org.aeoreach.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.identity.ActingEnterprise;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Viewer;
import org.aeoreach.scope.ViewerRow;

/** Who stands behind a token, asked anew at every request: what ended a minute ago opens nothing now. */
@ApplicationScoped
class Bearers {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ActingEnterprise enterprises;

    @Inject
    private Clock clock;

    /** The person for whom a program acts, and what the token lets it do. */
    record Bearer(Viewer viewer, TokenScope scope) {}

    /** The bearer of a token, unless it or his role is over; notes the use at most once a minute. */
    @Transactional
    Optional<Bearer> find(String token) {
        Query query = em.createNativeQuery("select account_id, login, name_zh, name_en, role, assignment_id, unit_id,"
                        + " org_path, language, time_zone, token_id, token_name, scope"
                        + " from find_token(?, ?, ?, ?)")
                .setParameter(1, Digests.sha256(token))
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, RequestContext.current().address());
        return Rows.one(query, row -> new Bearer(enterprises.complete(viewer(row)), TokenScope.valueOf(row.text(12))));
    }

    private static Viewer viewer(Rows.Row row) {
        return ViewerRow.himself(
                row, Viewer.Settings.of(row.text(8), row.text(9)), new Viewer.Token(row.id(10), row.text(11)));
    }
}
