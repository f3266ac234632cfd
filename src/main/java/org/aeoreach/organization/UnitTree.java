package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The units as a tree: all of it, or what a search finds with the units above. It is small enough (some hundred units)
 * to be read and shown as a whole, so that a browser finds every name on the page.
 */
@ApplicationScoped
public class UnitTree {

    // People are counted where the viewer sees them; a former name is told when only that one matches.
    private static final String SQL = "select u.id, u.code, u.kind, n.zh, n.en, u.parent_id, u.org_path, u.closed_on,"
            + " coalesce(p.people, 0), u.code like ?1 or n.zh ilike ?2 or n.en ilike ?2,"
            + " (select m.zh from unit_name m where m.unit_id = u.id and m.valid_to is not null"
            + "  and (m.zh ilike ?2 or m.en ilike ?2) order by m.valid_to desc limit 1)"
            + " from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " left join (select unit_id, count(*) as people from account where kind = 'OFFICER'"
            + "  and suspended_at is null group by unit_id) p on p.unit_id = u.id"
            + " where ?3 or u.closed_on is null or u.closed_on > china_day()"
            + " order by u.org_path";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    /**
     * A unit in the tree.
     *
     * @param people how many officers are at home there; null where the viewer may not know
     * @param found whether the search found it by its present name or code
     * @param former the former Chinese name by which the search found it, when it was only by that
     * @param open whether what is below is shown at once
     */
    public record Node(
            UnitRow unit,
            @Nullable Long people,
            boolean found,
            @Nullable String former,
            boolean open,
            List<Node> children) {}

    /** What the tree shows of a unit. */
    public record UnitRow(
            long id,
            String code,
            UnitKind kind,
            String nameZh,
            @Nullable String nameEn,
            @Nullable Long parentId,
            String orgPath,
            boolean closed) {}

    /** The tree, and how many of its units the search found. */
    public record Found(List<Node> roots, long count) {}

    private record Line(
            UnitRow unit,
            long people,
            boolean found,
            @Nullable String former) {
        boolean matches() {
            return found || former != null;
        }
    }

    /**
     * @param text part of a name, former ones included, or the beginning of a code; empty for all
     * @param closed whether closed units are shown too
     */
    @Transactional
    public Found find(String text, boolean closed) {
        String quoted = Rows.likeQuoted(text);
        Query query = em.createNativeQuery(SQL)
                .setParameter(1, quoted + "%")
                .setParameter(2, "%" + quoted + "%")
                .setParameter(3, closed);
        List<Line> lines = Rows.list(query, UnitTree::line);
        long count = lines.stream().filter(Line::matches).count();
        return new Found(tree(text.isEmpty() ? lines : withAbove(lines), !text.isEmpty()), count);
    }

    /** The lines found and those of the units above them. */
    private static List<Line> withAbove(List<Line> lines) {
        Map<Long, Line> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.unit().id(), line));
        Set<Long> kept = new HashSet<>();
        for (Line line : lines) {
            Line each = line.matches() ? line : null;
            while (each != null && kept.add(each.unit().id())) {
                Long parent = each.unit().parentId();
                each = parent == null ? null : byId.get(parent);
            }
        }
        return lines.stream().filter(line -> kept.contains(line.unit().id())).toList();
    }

    private List<Node> tree(List<Line> lines, boolean searched) {
        Viewer me = viewer.require();
        Map<Long, Node> nodes = new HashMap<>();
        List<Node> roots = new ArrayList<>();
        for (Line line : lines) {
            UnitRow unit = line.unit();
            boolean open =
                    searched || unit.kind() == UnitKind.GACC || me.orgPath().startsWith(unit.orgPath());
            Long people = me.covers(unit.orgPath()) ? line.people() : null;
            Node node = new Node(
                    unit,
                    people,
                    searched && line.found(),
                    searched && !line.found() ? line.former() : null,
                    open,
                    new ArrayList<>());
            nodes.put(unit.id(), node);
            // Lines come in the order of their paths: whoever is above came before.
            Node above = unit.parentId() == null ? null : nodes.get(unit.parentId());
            (above == null ? roots : above.children()).add(node);
        }
        return roots;
    }

    private static Line line(Rows.Row row) {
        UnitRow unit = new UnitRow(
                row.id(0),
                row.text(1),
                UnitKind.valueOf(row.text(2)),
                row.text(3),
                row.textOrNull(4),
                row.idOrNull(5),
                row.text(6),
                row.dateOrNull(7) != null);
        return new Line(unit, row.id(8), Boolean.TRUE.equals(row.columns()[9]), row.textOrNull(10));
    }
}
