package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** The viewer's secret links to the trainings of the enterprise he acts for: made, revoked. */
@ApplicationScoped
public class MyFeeds {

    /** Links a person may have that are not revoked. */
    static final int MOST = 20;

    static final String PATH = "/calendar/trainings/";

    private static final String MINE =
            "select f.id, f.language, f.created_at, f.revoked_at, f.last_used_at from training_feed f"
                    + " where f.account_id = ?1 and f.assignment_id = ?2";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer current;

    @Inject
    private Configuration configuration;

    /** Those in force first, the newest first. */
    @Transactional
    public List<TrainingFeed> mine() {
        Viewer me = current.require();
        return Rows.list(
                bound.query(
                        MINE + " order by f.revoked_at is null desc, f.id desc limit 100",
                        me.accountId(),
                        me.assignmentId()),
                MyFeeds::feed);
    }

    /** @throws Problem 409 when he has {@value #MOST} already */
    @Transactional
    public MadeTrainingFeed make(NewTrainingFeed wanted) {
        Viewer me = current.require();
        if (mine().stream().filter(each -> each.revokedAt() == null).count() >= MOST) {
            throw new Problem(409, "trainingfeed.problem.many", MOST);
        }
        Token token = Token.random();
        long id = Rows.one(
                        bound.query(
                                "insert into training_feed (account_id, assignment_id, language, token_hash)"
                                        + " values (?1, ?2, ?3, ?4) returning id",
                                me.accountId(),
                                me.assignmentId(),
                                wanted.language(),
                                token.hash()),
                        row -> row.id(0))
                .orElseThrow();
        TrainingFeed made = get(id);
        witness("training.feed-make", made);
        return new MadeTrainingFeed(made, configuration.baseUrl() + PATH + token.text() + ".ics");
    }

    /** Ends a link at once; one that is over stays as it is. @throws Problem 404 */
    @Transactional
    public TrainingFeed revoke(long id) {
        get(id);
        bound.query("update training_feed set revoked_at = now() where id = ?1 and revoked_at is null", id)
                .executeUpdate();
        TrainingFeed now = get(id);
        witness("training.feed-revoke", now);
        return now;
    }

    private TrainingFeed get(long id) {
        Viewer me = current.require();
        return Rows.one(bound.query(MINE + " and f.id = ?3", me.accountId(), me.assignmentId(), id), MyFeeds::feed)
                .orElseThrow(Problem::notFound);
    }

    private void witness(String action, TrainingFeed feed) {
        audit.record(
                action,
                new AuditTrail.Subject(
                        "training_feed", feed.id(), current.require().orgPath()),
                Changes.none().with("language", feed.language()));
    }

    private static TrainingFeed feed(Rows.Row row) {
        return new TrainingFeed(
                row.id(0), Language.valueOf(row.text(1)), row.instant(2), row.instantOrNull(3), row.instantOrNull(4));
    }
}
