package org.aeoreach.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Native queries with their values bound in order; one named {@code ?2} may be used more than once. */
@ApplicationScoped
public class Bound {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /**
     * Binds a date as {@code date}, an enumeration by its name, a collection as text joined by commas (for {@code
     * string_to_array}); a value that may be null needs a cast in the SQL unless its column tells the type.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Query query(String sql, @Nullable Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, bound(values[i]));
        }
        return query;
    }

    /**
     * Has each query be planned for who asks, until the transaction ends. The database keeps plans for a connection, and
     * one that suits a house, made once, takes seconds for who sees the whole country.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void planEach() {
        query("select set_config('plan_cache_mode', 'force_custom_plan', true)").getSingleResult();
    }

    /** A record as somebody saw it: only as that he may change it. */
    public record Seen(long id, long version, Enum<?> status) {}

    /**
     * Changes a record that is still as it was seen; its version goes up.
     *
     * @param change what is set, with its values in order
     * @throws Problem 412 when somebody was faster
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void step(String table, Seen seen, String change, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 3);
        all[values.length] = seen.id();
        all[values.length + 1] = seen.version();
        all[values.length + 2] = seen.status();
        int changed = query(
                        "update " + table + " set " + change + ", changed_at = now(), version = version + 1"
                                + " where id = ? and version = ? and status = ?",
                        all)
                .executeUpdate();
        if (changed == 0) {
            throw Problem.stale();
        }
    }

    private static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return java.sql.Date.valueOf(day);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> many) {
            return many.stream()
                    .map(each -> each instanceof Enum<?> one ? one.name() : String.valueOf(each))
                    .collect(Collectors.joining(","));
        }
        return value;
    }
}
