package org.aeoreach.campaign.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;

/** The viewer's secret links: made, renewed, revoked. */
@ApplicationScoped
public class Feeds {

    /** Links a person may have that are not revoked. */
    static final int MOST = 20;

    private static final String FEEDS = "select f.id, f.whose, f.language, r.role, n.zh, n.en, f.revoked_at is null and"
            + " exists (select from acting_roles(f.account_id, ?2) a where a.assignment_id = f.assignment_id"
            + " and a.substitution_id is null), f.created_at, f.revoked_at, f.last_used_at, f.last_used_from"
            + " from calendar_feed f left join role_assignment r on r.id = f.assignment_id"
            + " left join unit_name n on n.unit_id = r.unit_id and n.valid_to is null where f.account_id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer current;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /** Those in force first, the newest first. */
    @Transactional
    public List<Feed> mine() {
        return Rows.list(
                bound.query(
                        FEEDS + " order by f.revoked_at is null desc, f.id desc limit 100",
                        current.require().accountId(),
                        Time.today(clock)),
                Feeds::feed);
    }

    /** @throws Problem 400 for everything at once, 403 for whoever stands in, 409 when he has {@value #MOST} already */
    @Transactional
    public MadeFeed make(NewFeed wanted) {
        Viewer viewer = current.require();
        if (wanted.whose() == Whose.ALL) {
            throw Problem.invalid("whose", "web.invalid.choice");
        }
        if (viewer.substitution() != null) {
            throw new Problem(403, "campaign.problem.feed-standing-in");
        }
        Number live = (Number) bound.query(
                        "select count(*) from calendar_feed where account_id = ? and revoked_at is null",
                        viewer.accountId())
                .getSingleResult();
        if (live.longValue() >= MOST) {
            throw new Problem(409, "campaign.problem.too-many-feeds", MOST);
        }
        return made(wanted, viewer.assignmentId(), "campaign.make-feed");
    }

    /** Another link in place of one that opens nothing from now on. @throws Problem 404, 409 when it was revoked */
    @Transactional
    public MadeFeed renew(long id) {
        Feed before = get(id);
        if (before.revokedAt() != null) {
            throw new Problem(409, "campaign.problem.feed-revoked");
        }
        long assignment = ((Number) bound.query("select assignment_id from calendar_feed where id = ?", id)
                        .getSingleResult())
                .longValue();
        if (end(id) == 0) {
            throw new Problem(409, "campaign.problem.feed-revoked");
        }
        return made(new NewFeed(before.whose(), before.language()), assignment, "campaign.renew-feed");
    }

    /** Ends a link at once; one that is over stays as it is. @throws Problem 404 */
    @Transactional
    public Feed revoke(long id) {
        Feed before = get(id);
        end(id);
        witness("campaign.revoke-feed", before);
        return get(id);
    }

    private int end(long id) {
        return bound.query("update calendar_feed set revoked_at = now() where id = ? and revoked_at is null", id)
                .executeUpdate();
    }

    private MadeFeed made(NewFeed wanted, long assignment, String action) {
        Token token = Token.random();
        Number id = (Number) bound.query(
                        "insert into calendar_feed (account_id, org_path, assignment_id, whose, language, token_hash)"
                                + " select id, org_path, ?, ?, ?, ? from account where id = ? returning id",
                        assignment,
                        wanted.whose(),
                        wanted.language(),
                        token.hash(),
                        current.require().accountId())
                .getSingleResult();
        Feed made = get(id.longValue());
        witness(action, made);
        return new MadeFeed(made, configuration.baseUrl() + "/calendar/" + token.text() + ".ics");
    }

    private Feed get(long id) {
        return Rows.one(
                        bound.query(FEEDS + " and f.id = ?3", current.require().accountId(), Time.today(clock), id),
                        Feeds::feed)
                .orElseThrow(Problem::notFound);
    }

    private void witness(String action, Feed feed) {
        audit.record(
                action,
                new AuditTrail.Subject(
                        "calendar_feed", feed.id(), current.require().orgPath()),
                Changes.none().with("whose", feed.whose()).with("language", feed.language()));
    }

    private static Feed feed(Rows.Row row) {
        String role = row.textOrNull(3);
        return new Feed(
                row.id(0),
                Whose.valueOf(row.text(1)),
                Language.valueOf(row.text(2)),
                role == null ? null : Role.valueOf(role),
                row.textOrNull(4),
                row.textOrNull(5),
                row.flag(6),
                row.instant(7),
                row.instantOrNull(8),
                row.instantOrNull(9),
                row.textOrNull(10));
    }
}
