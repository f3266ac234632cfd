package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.transfer.SettledRequests;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Merges enterprises and takes mergers back, within the range the viewer may change. */
@ApplicationScoped
public class Merges {

    private static final String COLUMNS = "select g.id, g.kept_id, k.name_zh, k.name_en, g.merged_id,"
            + " g.merged_before ->> 'name_zh', g.merged_before ->> 'name_en', g.reason, array_to_string(g.taken, ','),"
            + " g.moved, g.merged_at, g.undone_at, g.org_path"
            + " from enterprise_merge g join enterprise k on k.id = g.kept_id";

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private SettledRequests requests;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /**
     * A merger to be made.
     *
     * @param fields what is taken from the one merged; all else stays as the one kept has it
     */
    public record Wanted(
            @NotNull Long keptId,
            @NotNull Long mergedId,
            @Nullable Set<MergeField> fields,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * Moves everything that belongs to one enterprise to the other.
     *
     * @throws Problem 404 when either is not within the viewer's range, 409 when either is merged already
     */
    @Transactional
    public MergeView merge(Wanted wanted) {
        facts.get(wanted.keptId());
        facts.get(wanted.mergedId());
        Set<MergeField> fields = wanted.fields() == null ? Set.of() : wanted.fields();
        String columns = fields.stream().map(MergeField::column).sorted().collect(Collectors.joining(","));
        if (wanted.keptId().equals(wanted.mergedId())) {
            throw new Problem(409, "duplicate.problem.not-now");
        }
        long id = Rows.one(
                        bound.query(
                                "select merge_id from merge_enterprises(?, ?, string_to_array(?, ','), ?, ?)",
                                wanted.keptId(),
                                wanted.mergedId(),
                                columns,
                                wanted.reason(),
                                viewer.require().accountId()),
                        row -> row.id(0))
                .orElseThrow(() -> new Problem(409, "duplicate.problem.not-now"));
        requests.merged(wanted.keptId());
        MergeView made = get(id);
        audit.record(
                "enterprise.merge",
                subject(made),
                Changes.none()
                        .with("merged", made.mergedId())
                        .with("mergedName", made.mergedZh())
                        .with("taken", columns)
                        .with("moved", made.moved())
                        .with("reason", wanted.reason()));
        return made;
    }

    /** @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public MergeView get(long id) {
        return Rows.one(bound.query(COLUMNS + " where g.id = ?", id), Merges::view)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Everything that was moved goes back. What was added since stays with the one that was kept.
     *
     * @throws Problem 409 when it was taken back already, or either was merged again
     */
    @Transactional
    public MergeView undo(long id) {
        MergeView before = get(id);
        boolean undone = Rows.one(
                        bound.query(
                                "select kept_id from undo_enterprise_merge(?, ?)",
                                id,
                                viewer.require().accountId()),
                        row -> row.id(0))
                .isPresent();
        if (!undone) {
            throw new Problem(409, "duplicate.problem.not-undone");
        }
        requests.unmerged(id, before.mergedId());
        audit.record("enterprise.undo-merge", subject(before), Changes.none().with("merged", before.mergedId(), null));
        return get(id);
    }

    private AuditTrail.Subject subject(MergeView merge) {
        return new AuditTrail.Subject(
                "enterprise",
                merge.keptId(),
                facts.get(merge.keptId()).enterprise().orgPath());
    }

    private static MergeView view(Rows.Row row) {
        String taken = row.text(8);
        return new MergeView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.id(4),
                row.text(5),
                row.textOrNull(6),
                row.text(7),
                taken.isEmpty() ? List.of() : List.of(taken.split(",", -1)),
                row.id(9),
                row.instant(10),
                row.instantOrNull(11));
    }
}
