package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** The statement of those who observe, in its editions: one wording for the whole administration. */
@ApplicationScoped
public class Statements {

    /** The unit whose officers word it. */
    private static final String TOP = "0000.";

    private static final String ALL =
            "select s.edition, s.text_zh, s.text_en, s.since from training_statement s order by s.edition desc";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    /** The newest first; there is always one. */
    @Transactional
    public List<StatementView> all() {
        return Rows.list(
                bound.query(ALL), row -> new StatementView((int) row.id(0), row.text(1), row.text(2), row.instant(3)));
    }

    @Transactional
    public StatementView now() {
        return all().get(0);
    }

    /** Whether the viewer may word it. */
    public boolean mine() {
        return viewer.get()
                .filter(me -> me.role().reachesOut() && me.orgPath().equals(TOP))
                .isPresent();
    }

    /** From now on this is to be accepted, also by those who accepted another. @throws Problem 403, 409 when another was faster */
    @Transactional
    public StatementView add(NewStatement wanted) {
        if (!mine()) {
            throw Problem.forbidden();
        }
        Viewer me = viewer.require();
        int edition = now().edition() + 1;
        int made = bound.query(
                        "insert into training_statement (edition, text_zh, text_en, account_id) values (?1, ?2, ?3, ?4)"
                                + " on conflict (edition) do nothing",
                        edition,
                        wanted.statementZh(),
                        wanted.statementEn(),
                        me.accountId())
                .executeUpdate();
        if (made == 0) {
            throw Problem.stale();
        }
        audit.record(
                "training.statement-word",
                new AuditTrail.Subject("training_statement", edition, me.orgPath()),
                Changes.none().with("edition", edition - 1, edition));
        return now();
    }
}
