package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Reads the unit tree: lists, one unit, its history, and the unit behind a customs code. */
@ApplicationScoped
public class UnitDirectory {

    private static final String COLUMNS =
            "select u.id, u.code, u.kind, n.zh, n.en, u.parent_id, u.org_path, u.opened_on,"
                    + " u.closed_on, u.merged_into_id, u.source, u.vintage, u.verified, u.version"
                    + " from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /**
     * What to list.
     *
     * @param text part of a name, past names included, or the beginning of a code; empty for all
     * @param kind only units of this kind
     * @param parentId only units directly below this one
     * @param closed whether closed units are listed too
     */
    public record Filter(
            String text, @Nullable UnitKind kind, @Nullable Long parentId, boolean closed) {}

    /** Units in the order of the tree, after the path given. */
    @Transactional
    public Slice<UnitView> list(Filter filter, String after, int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(" where u.org_path > ?1");
        if (!filter.text().isEmpty()) {
            sql.append(" and (u.code like ?2 or exists (select from unit_name m where m.unit_id = u.id"
                    + " and (m.zh ilike ?3 or m.en ilike ?3)))");
        }
        sql.append(filter.kind() == null ? "" : " and u.kind = ?4");
        sql.append(filter.parentId() == null ? "" : " and u.parent_id = ?5");
        sql.append(filter.closed() ? "" : " and (u.closed_on is null or u.closed_on > china_day())");
        Query query = em.createNativeQuery(
                        sql.append(" order by u.org_path limit ?6").toString())
                .setParameter(1, after)
                .setParameter(6, limit + 1);
        if (!filter.text().isEmpty()) {
            String quoted = Rows.likeQuoted(filter.text());
            query.setParameter(2, quoted + "%").setParameter(3, "%" + quoted + "%");
        }
        if (filter.kind() != null) {
            query.setParameter(4, filter.kind().name());
        }
        if (filter.parentId() != null) {
            query.setParameter(5, filter.parentId());
        }
        List<UnitView> rows = Rows.list(query, UnitDirectory::view);
        return Slice.of(rows, limit, UnitView::orgPath);
    }

    /** @throws Problem 404 when there is no such unit */
    @Transactional
    public UnitView get(long id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    @Transactional
    public Optional<UnitView> find(long id) {
        Query query = em.createNativeQuery(COLUMNS + " where u.id = ?").setParameter(1, id);
        return Rows.one(query, UnitDirectory::view);
    }

    /** The unit of this very code, closed or not. */
    @Transactional
    public Optional<UnitView> byCode(String code) {
        Query query = em.createNativeQuery(COLUMNS + " where u.code = ?").setParameter(1, code);
        return Rows.one(query, UnitDirectory::view);
    }

    /** Whether this is the code of a warehouse, counter or the like, which is no unit of its own. */
    @Transactional
    public boolean isPortCode(String code) {
        Query query = em.createNativeQuery("select 1 from customs_code where code = ? and kind = 'PORT_CODE'")
                .setParameter(1, code);
        return !query.getResultList().isEmpty();
    }

    /** All names, the newest first. */
    @Transactional
    public List<UnitView.Name> names(long id) {
        Query query = em.createNativeQuery("select zh, en, valid_from, valid_to from unit_name where unit_id = ?"
                        + " order by valid_from desc nulls last")
                .setParameter(1, id);
        return Rows.list(
                query, row -> new UnitView.Name(row.text(0), row.textOrNull(1), row.dateOrNull(2), row.dateOrNull(3)));
    }

    /**
     * The unit responsible for a four-digit customs code today: that of the code itself, of its successor when it was
     * merged, or the district of its first two digits when the code is unknown.
     */
    @Transactional
    public UnitView ofCode(String code) {
        Query query = em.createNativeQuery("select unit_of_code(?)").setParameter(1, code);
        Object id = query.getSingleResult();
        if (id == null) {
            throw Problem.notFound();
        }
        UnitView unit = get(((Number) id).longValue());
        // Chains of mergers are short; the bound only guards against a circle.
        for (int i = 0; i < 10 && unit.mergedIntoId() != null; i++) {
            unit = get(Objects.requireNonNull(unit.mergedIntoId()));
        }
        return unit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addCode(Unit unit, Units.NewHouse house) {
        em.createNativeQuery("insert into customs_code (code, kind, unit_id, name_zh, name_en, reviewed_note, source)"
                        + " values (?, 'UNIT', ?, ?, ?, 'entered as a unit', ?)")
                .setParameter(1, house.code())
                .setParameter(2, unit.id())
                .setParameter(3, house.nameZh())
                .setParameter(4, house.nameEn())
                .setParameter(5, house.source())
                .executeUpdate();
    }

    /** How many units directly below are open. */
    @Transactional
    public long openBelow(long id) {
        Query query = em.createNativeQuery("select count(*) from unit where parent_id = ? and closed_on is null")
                .setParameter(1, id);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The units that were merged into this one, the latest first. */
    @Transactional
    public List<UnitView> mergedInto(long id) {
        Query query = em.createNativeQuery(COLUMNS + " where u.merged_into_id = ? order by u.closed_on desc, u.id")
                .setParameter(1, id);
        return Rows.list(query, UnitDirectory::view);
    }

    /** The open units of the same kind and below the same path, but not this one: those it may be merged into. */
    @Transactional
    public List<UnitView> possibleSuccessors(UnitView unit, String withinPath) {
        Query query = em.createNativeQuery(COLUMNS + " where u.kind = ? and u.closed_on is null and u.id <> ?"
                        + " and starts_with(u.org_path, ?) order by u.org_path")
                .setParameter(1, unit.kind().name())
                .setParameter(2, unit.id())
                .setParameter(3, withinPath);
        return Rows.list(query, UnitDirectory::view);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void requireNoOpenChild(Unit unit) {
        long open = openBelow(unit.id());
        if (open > 0) {
            throw new Problem(409, "organization.problem.open-houses", open);
        }
    }

    private static UnitView view(Rows.Row row) {
        return new UnitView(
                row.id(0),
                row.text(1),
                UnitKind.valueOf(row.text(2)),
                row.text(3),
                row.textOrNull(4),
                row.idOrNull(5),
                row.text(6),
                row.dateOrNull(7),
                row.dateOrNull(8),
                row.idOrNull(9),
                row.text(10),
                row.textOrNull(11),
                row.flag(12),
                row.id(13));
    }
}
