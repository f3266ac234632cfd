package org.aeoreach.library.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** What the viewer follows. */
@ApplicationScoped
public class Follows {
    private static final int MOST = 200;
    private static final String MINE = "select f.what, f.target, f.cadence,"
            + " case f.what when 'TOPIC' then (select t.zh from library_topic t where t.code = f.target) else"
            + " (select x.title from document d join document_text x on x.document_id = d.id and x.language = 'zh'"
            + " where d.code = f.target) end,"
            + " case f.what when 'TOPIC' then (select t.en from library_topic t where t.code = f.target) else"
            + " (select x.title from document d join document_text x on x.document_id = d.id and x.language = 'en'"
            + " where d.code = f.target) end,"
            + " case f.what when 'TOPIC' then (select max(d.changed_at) from document d where d.topics @> array[f.target])"
            + " else (select d.changed_at from document d where d.code = f.target) end"
            + " from library_follow f where f.account_id = ? order by 6 desc nulls last, f.target";

    private Bound bound;
    private AuditTrail audit;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Follows() {}

    @Inject
    Follows(Bound bound, AuditTrail audit, CurrentViewer viewer) {
        this.bound = bound;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** The newest change first. */
    @Transactional
    public List<Followed> mine() {
        return Rows.list(
                bound.query(MINE, viewer.require().accountId()),
                row -> new Followed(
                        Following.What.valueOf(row.text(0)),
                        row.text(1),
                        Cadence.valueOf(row.text(2)),
                        row.textOrNull(3),
                        row.textOrNull(4),
                        row.instantOrNull(5)));
    }

    /** How a document is followed by the viewer; empty when it is not, or nobody is signed in. */
    @Transactional
    public Optional<Cadence> of(String code) {
        return Rows.one(
                bound.query("select f.cadence from library_follow f where f.what = 'DOCUMENT' and f.target = ?", code),
                row -> Cadence.valueOf(row.text(0)));
    }

    /** @throws Problem 404 when there is no such document or topic, 409 when somebody follows {@value #MOST} already */
    @Transactional
    public void set(Following wanted) {
        Viewer me = viewer.require();
        if (wanted.cadence() == null) {
            bound.query(
                            "delete from library_follow where account_id = ? and what = ? and target = ?",
                            me.accountId(),
                            wanted.what().name(),
                            wanted.target())
                    .executeUpdate();
        } else {
            require(wanted, me);
            bound.query(
                            "insert into library_follow (account_id, what, target, cadence) values (?, ?, ?, ?)"
                                    + " on conflict (account_id, what, target) do update set cadence = excluded.cadence",
                            me.accountId(),
                            wanted.what().name(),
                            wanted.target(),
                            wanted.cadence().name())
                    .executeUpdate();
        }
        audit.record(
                "library.follow",
                AuditTrail.Subject.unnumbered("library_follow", me.orgPath()),
                Changes.none()
                        .with("code", wanted.target())
                        .with(
                                "cadence",
                                wanted.cadence() == null
                                        ? null
                                        : wanted.cadence().name()));
    }

    private void require(Following wanted, Viewer me) {
        String table = wanted.what() == Following.What.TOPIC
                ? "select 1 from library_topic t where t.code = ?"
                : "select 1 from document d where d.code = ?";
        if (Rows.one(bound.query(table, wanted.target()), row -> row).isEmpty()) {
            throw Problem.notFound();
        }
        Object many = bound.query(
                        "select count(*) from library_follow f where f.account_id = ? and not (f.what = ? and f.target = ?)",
                        me.accountId(),
                        wanted.what().name(),
                        wanted.target())
                .getSingleResult();
        if (((Number) many).intValue() >= MOST) {
            throw new Problem(409, "library.problem.too-many-followed", MOST);
        }
    }
}
