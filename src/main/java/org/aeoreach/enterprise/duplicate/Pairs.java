package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;

/** Suspected pairs within the viewer's range. */
@ApplicationScoped
public class Pairs {

    private static final String COLUMNS = "select d.id, d.first_id, d.second_id, d.reason, d.found_at, d.dismissed_at,"
            + " d.note, d.version, d.org_path from enterprise_duplicate d";

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Why two are not one. */
    public record Note(@NotBlank @Size(max = 500) String note) {}

    /** Open ones by id, after the one given. */
    @Transactional
    public Slice<Pair> list(long after, int limit) {
        return Slice.of(
                Rows.list(
                        bound.query(
                                COLUMNS + " join enterprise a on a.id = d.first_id and a.merged_into is null"
                                        + " join enterprise b on b.id = d.second_id and b.merged_into is null"
                                        + " where d.dismissed_at is null and d.id > ? order by d.id limit ?",
                                after,
                                limit + 1),
                        Pairs::pair),
                limit,
                Pair::id);
    }

    /** @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public Pair get(long id) {
        return Rows.one(bound.query(COLUMNS + " where d.id = ?", id), Pairs::pair)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Names a pair; one that is known already is that pair.
     *
     * @throws Problem 400 when the second is the first or is merged; 404 when either is not within the viewer's range
     */
    @Transactional
    public Pair suspect(long one, long other) {
        FactsView first = facts.get(Math.min(one, other));
        FactsView second = facts.get(Math.max(one, other));
        if (one == other || first.mergedInto() != null || second.mergedInto() != null) {
            throw Problem.invalid("secondText", "duplicate.invalid.two");
        }
        bound.query(
                        "insert into enterprise_duplicate (first_id, second_id, org_path, reason) values (?, ?, ?, 'ENTRY')"
                                + " on conflict (first_id, second_id) do nothing",
                        first.id(),
                        second.id(),
                        Registry.common(
                                first.enterprise().orgPath(),
                                second.enterprise().orgPath()))
                .executeUpdate();
        Pair pair = Rows.one(
                        bound.query(COLUMNS + " where d.first_id = ? and d.second_id = ?", first.id(), second.id()),
                        Pairs::pair)
                .orElseThrow(Problem::notFound);
        audit.record(
                "enterprise.suspect-duplicate",
                new AuditTrail.Subject("enterprise_duplicate", pair.id(), path(pair.id())),
                Changes.none().with("first", first.id()).with("second", second.id()));
        return pair;
    }

    /** Two that somebody entered knowing of each other: they are two, and no scan names them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apart(long one, long other) {
        FactsView first = facts.get(Math.min(one, other));
        FactsView second = facts.get(Math.max(one, other));
        bound.query(
                        "insert into enterprise_duplicate (first_id, second_id, org_path, reason, dismissed_at,"
                                + " dismissed_by) values (?, ?, ?, 'ENTRY', cast(? as timestamptz), ?)"
                                + " on conflict (first_id, second_id) do nothing",
                        first.id(),
                        second.id(),
                        Registry.common(
                                first.enterprise().orgPath(),
                                second.enterprise().orgPath()),
                        clock.instant().toString(),
                        viewer.require().accountId())
                .executeUpdate();
    }

    /** They are two; no scan names them again. */
    @Transactional
    public Pair dismiss(long id, long version, Note note) {
        Pair before = get(id);
        Versions.check(version, before.version());
        if (before.dismissedAt() != null) {
            throw new Problem(409, "duplicate.problem.dismissed");
        }
        int changed = bound.query(
                        "update enterprise_duplicate set dismissed_at = cast(? as timestamptz), dismissed_by = ?, note = ?,"
                                + " version = version + 1 where id = ? and version = ?",
                        clock.instant().toString(),
                        viewer.require().accountId(),
                        note.note(),
                        id,
                        version)
                .executeUpdate();
        Versions.check(1, changed);
        audit.record(
                "enterprise.dismiss-duplicate",
                new AuditTrail.Subject("enterprise_duplicate", id, path(id)),
                Changes.none().with("note", note.note()));
        return get(id);
    }

    private String path(long id) {
        return Rows.one(bound.query("select org_path from enterprise_duplicate where id = ?", id), row -> row.text(0))
                .orElseThrow(Problem::notFound);
    }

    private static Pair pair(Rows.Row row) {
        return new Pair(
                row.id(0),
                row.id(1),
                row.id(2),
                row.text(3),
                row.instant(4),
                row.instantOrNull(5),
                row.textOrNull(6),
                row.id(7));
    }
}
