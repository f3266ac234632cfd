package org.aeoreach.enterprise.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.enterprise.EnterpriseRow;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Reads what the registry knows of one enterprise within the viewer's range. */
@ApplicationScoped
public class Facts {

    private static final String SELECT = "select " + EnterpriseRow.COLUMNS + ", e.uscc, e.name_since,"
            + " e.registered_since, e.address_zh, e.address_en, e.sector, e.size_class,"
            + " array_to_string(e.business_types, ','), array_to_string(e.trading_partners, ','), e.merged_into,"
            + " e.changed_at, e.grade, e.grade_since, e.journey_step, e.journey_since,"
            + " enterprise_audience(e.grade, e.journey_step), is_sme(e.size_class), is_cbec(e.business_types), e.tier,"
            + " e.coordinator_id, a.name_zh as coordinator_zh, a.name_en as coordinator_en, e.last_contact_on,"
            + " e.last_strength, e.next_contact_due" + EnterpriseRow.FROM
            + " left join account a on a.id = e.coordinator_id";

    @Inject
    private Bound bound;

    /** @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public FactsView get(long id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    @Transactional
    public Optional<FactsView> find(long id) {
        return Rows.one(bound.query(SELECT + " where e.id = ?", id), Facts::view);
    }

    /** @throws Problem 404 when there is none within the viewer's range, or it was merged into another */
    @Transactional
    public FactsView standing(long id) {
        return find(id).filter(facts -> facts.mergedInto() == null).orElseThrow(Problem::notFound);
    }

    /** The enterprise that the one with this number was merged into; empty when there is none or the viewer does not see it. */
    @Transactional
    public Optional<Long> keptOf(long id) {
        Object into = bound.query("select enterprise_merged_into(?)", id).getSingleResult();
        return into == null
                ? Optional.empty()
                : find(((Number) into).longValue()).map(FactsView::id);
    }

    /**
     * The same, and nobody else changes the row until this transaction ends.
     *
     * @throws Problem 404 when there is none within the range the viewer may change, 409 when it was merged into another
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public FactsView locked(long id) {
        if (bound.query("select 1 from enterprise where id = ? for update", id)
                .getResultList()
                .isEmpty()) {
            throw Problem.notFound();
        }
        FactsView facts = get(id);
        if (facts.mergedInto() != null) {
            throw new Problem(409, "duplicate.problem.merged");
        }
        return facts;
    }

    /** Names and units of before. */
    @Transactional
    public FactsView.History history(long id) {
        return new FactsView.History(
                Rows.list(
                        bound.query(
                                "select name_zh, name_en, valid_from, valid_to from enterprise_former_name"
                                        + " where enterprise_id = ? order by valid_to desc, id desc",
                                id),
                        row -> new FactsView.FormerName(
                                row.text(0), row.textOrNull(1), row.dateOrNull(2), row.date(3))),
                Rows.list(
                        bound.query(
                                "select f.former_unit_id, n.zh, n.en, f.valid_from, f.valid_to, f.reason"
                                        + " from enterprise_former_unit f join unit_name n on n.unit_id = f.former_unit_id"
                                        + " and n.valid_to is null where f.enterprise_id = ?"
                                        + " order by f.valid_to desc, f.id desc",
                                id),
                        row -> new FactsView.FormerUnit(
                                row.id(0),
                                row.text(1),
                                row.textOrNull(2),
                                row.dateOrNull(3),
                                row.date(4),
                                row.text(5))));
    }

    private static FactsView view(Rows.Row row) {
        return new FactsView(
                EnterpriseRow.view(row),
                row.textOrNull(12),
                row.dateOrNull(13),
                row.dateOrNull(14),
                row.textOrNull(15),
                row.textOrNull(16),
                row.textOrNull(17),
                row.textOrNull(18),
                split(row.textOrNull(19)),
                split(row.textOrNull(20)),
                standing(row),
                row.idOrNull(21),
                row.instant(22));
    }

    private static Standing standing(Rows.Row row) {
        return new Standing(
                row.textOrNull(23),
                row.dateOrNull(24),
                row.text(25),
                row.dateOrNull(26),
                row.text(27),
                row.flag(28),
                row.flag(29),
                row.textOrNull(30),
                row.idOrNull(31),
                row.textOrNull(32),
                row.textOrNull(33),
                row.dateOrNull(34),
                row.textOrNull(35),
                row.dateOrNull(36));
    }

    private static List<String> split(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
