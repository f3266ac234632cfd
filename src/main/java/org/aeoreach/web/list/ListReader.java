package org.aeoreach.web.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Reads one page of a list, forwards or backwards, never by counting rows off. */
@ApplicationScoped
class ListReader {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Bound bound;

    @Transactional
    public Found read(ListState state, Language language) {
        bound.planEach();
        Statement statement = new Statement(state, language);
        ListState.Position position = state.position();
        Statement.Key from = position == null ? null : key(statement, position.id());
        boolean lost = position != null && from == null;
        boolean backwards = position != null && !lost && position.before();
        List<Rows.Row> rows = fetch(statement, from, backwards, state.limit() + 1);
        boolean more = rows.size() > state.limit();
        if (backwards && !more) {
            // The beginning is reached: the first page, and a full one.
            return first(statement, state.limit());
        }
        if (from != null && rows.isEmpty()) {
            // What stood behind it is gone.
            Found first = first(statement, state.limit());
            return new Found(first.rows(), false, first.later(), first.count(), true);
        }
        List<Rows.Row> page = new ArrayList<>(rows.subList(0, Math.min(rows.size(), state.limit())));
        if (backwards) {
            Collections.reverse(page);
        }
        boolean whole = from == null && !more;
        int count = whole ? page.size() : count(statement);
        return new Found(page, backwards || from != null, backwards || more, count, lost);
    }

    private Found first(Statement statement, int limit) {
        List<Rows.Row> rows = fetch(statement, null, false, limit + 1);
        boolean more = rows.size() > limit;
        int count = more ? count(statement) : rows.size();
        return new Found(rows.subList(0, Math.min(rows.size(), limit)), false, more, count, false);
    }

    private int count(Statement statement) {
        return ((Number) query(statement.count(Found.COUNTED + 1)).getSingleResult()).intValue();
    }

    /** Null when the viewer does not see that row, any more. */
    private Statement.@Nullable Key key(Statement statement, long id) {
        List<?> found = query(statement.keyOf(id)).getResultList();
        return found.isEmpty() ? null : new Statement.Key(found.get(0), id);
    }

    private List<Rows.Row> fetch(Statement statement, Statement.@Nullable Key from, boolean backwards, int most) {
        if (statement.byId()) {
            return rows(statement.segment(true, from, backwards, most));
        }
        List<Rows.Row> all = new ArrayList<>();
        boolean inFirst = from == null || (from.value() == null) == backwards;
        if (inFirst) {
            all.addAll(rows(statement.segment(!backwards, from, backwards, most)));
        }
        if (all.size() < most) {
            Statement.Key rest = inFirst ? null : from;
            all.addAll(rows(statement.segment(backwards, rest, backwards, most - all.size())));
        }
        return all;
    }

    private List<Rows.Row> rows(Fragment fragment) {
        return Rows.list(query(fragment), row -> row);
    }

    private Query query(Fragment fragment) {
        Query query = em.createNativeQuery(fragment.sql());
        for (int i = 0; i < fragment.values().size(); i++) {
            query.setParameter(i + 1, Objects.requireNonNull(fragment.values().get(i)));
        }
        return query;
    }
}
