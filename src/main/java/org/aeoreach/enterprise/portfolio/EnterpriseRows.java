package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Enterprises chosen by their numbers, held fast until the transaction ends, so that two do not pass them on at once. */
@ApplicationScoped
public class EnterpriseRows {

    /** As many as can be worked on at once. */
    public static final int MOST = 500;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** One of them. */
    public record Chosen(long id, String nameZh, @Nullable String nameEn, String orgPath) {}

    /** @throws Problem 404 when one of them is not in the viewer's range, 422 when there are too many */
    @Transactional
    public List<Chosen> read(Collection<Long> ids) {
        return chosen(ids, "");
    }

    /** Also outside the range in which he may change something. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Chosen> hold(Collection<Long> ids) {
        return chosen(ids, " for no key update of e");
    }

    private List<Chosen> chosen(Collection<Long> ids, String locked) {
        Set<Long> distinct = new LinkedHashSet<>(ids);
        if (distinct.size() > MOST) {
            throw new Problem(422, "portfolio.problem.too-many", MOST);
        }
        Query query = em.createNativeQuery(
                        "select e.id, e.name_zh, e.name_en, e.org_path from enterprise e where e.merged_into is null"
                                + " and e.id = any (cast(string_to_array(?, ',') as bigint[])) order by e.id" + locked)
                .setParameter(1, joined(distinct));
        List<Chosen> found =
                Rows.list(query, row -> new Chosen(row.id(0), row.text(1), row.textOrNull(2), row.text(3)));
        if (found.size() != distinct.size()) {
            throw Problem.notFound();
        }
        return found;
    }

    /** Numbers joined by commas, as SQL takes them for an array. */
    public static String joined(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
