package org.aeoreach.web.list.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.list.ListWitness;

/** The views a person keeps and those his unit shares with him. */
@ApplicationScoped
public class SavedViews {

    /** One person's, of all lists. */
    private static final int MOST = 100;

    private static final String SELECT = "select v.id, v.list, v.name, v.query, v.shared, v.account_id = ?1,"
            + " d.view_id is not null, v.version from saved_view v left join saved_view_default d"
            + " on d.view_id = v.id and d.account_id = ?1";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private ListWitness witness;

    /** Name and content of a view. @param query in the list's own way of writing it */
    public record Content(String name, String query, boolean shared) {}

    /** All of one list that the viewer sees, his own first. */
    @Transactional
    public List<SavedView> of(String list) {
        var query = em.createNativeQuery(SELECT
                        + " where v.list = ?2 order by v.account_id = ?1 desc, v.name collate pinyin, v.id limit 200")
                .setParameter(1, me().accountId())
                .setParameter(2, list);
        return Rows.list(query, SavedViews::view);
    }

    /** @throws Problem 404 when the viewer sees no such view */
    @Transactional
    public SavedView get(long id) {
        var query = em.createNativeQuery(SELECT + " where v.id = ?2")
                .setParameter(1, me().accountId())
                .setParameter(2, id);
        return Rows.one(query, SavedViews::view).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 when the viewer has one of that name, 409 when he has too many */
    @Transactional
    public SavedView add(String list, Content content) {
        requireRoom();
        requireFree(list, content.name(), 0);
        Object id = em.createNativeQuery("insert into saved_view (account_id, org_path, list, name, query, shared)"
                        + " values (?, ?, ?, ?, ?, ?) returning id")
                .setParameter(1, me().accountId())
                .setParameter(2, me().orgPath())
                .setParameter(3, list)
                .setParameter(4, content.name())
                .setParameter(5, content.query())
                .setParameter(6, content.shared() && me().role().mayWrite())
                .getSingleResult();
        SavedView view = get(((Number) id).longValue());
        witness.view("list.save-view", view.id(), ListWitness.View.NONE, told(view));
        return view;
    }

    /** @throws Problem 404 when it is not the viewer's own, 409 when it was changed since that version */
    @Transactional
    public SavedView change(long id, long version, Content content) {
        SavedView before = own(id);
        requireFree(before.list(), content.name(), id);
        int changed = em.createNativeQuery(
                        "update saved_view set name = ?, query = ?, shared = ?, version = version + 1"
                                + " where id = ? and version = ?")
                .setParameter(1, content.name())
                .setParameter(2, content.query())
                .setParameter(3, content.shared() && me().role().mayWrite())
                .setParameter(4, id)
                .setParameter(5, version)
                .executeUpdate();
        requireUnchanged(changed);
        SavedView after = get(id);
        witness.view("list.change-view", id, told(before), told(after));
        return after;
    }

    /** @throws Problem as {@link #change} */
    @Transactional
    public SavedView delete(long id, long version) {
        SavedView view = own(id);
        int deleted = em.createNativeQuery("delete from saved_view where id = ? and version = ?")
                .setParameter(1, id)
                .setParameter(2, version)
                .executeUpdate();
        requireUnchanged(deleted);
        witness.view("list.delete-view", id, told(view), ListWitness.View.NONE);
        return view;
    }

    /** Has the list begin with a view, or with it no longer. */
    @Transactional
    public SavedView begin(long id, boolean with) {
        SavedView view = get(id);
        em.createNativeQuery("delete from saved_view_default where account_id = ? and list = ?")
                .setParameter(1, me().accountId())
                .setParameter(2, view.list())
                .executeUpdate();
        if (with) {
            em.createNativeQuery("insert into saved_view_default (account_id, list, view_id) values (?, ?, ?)")
                    .setParameter(1, me().accountId())
                    .setParameter(2, view.list())
                    .setParameter(3, id)
                    .executeUpdate();
        }
        witness.view(with ? "list.begin-with-view" : "list.begin-without-view", id, told(view), told(view));
        return view;
    }

    private Viewer me() {
        return viewer.require();
    }

    private SavedView own(long id) {
        SavedView view = get(id);
        if (!view.mine()) {
            throw Problem.notFound();
        }
        return view;
    }

    private void requireRoom() {
        Object count = em.createNativeQuery("select count(*) from saved_view where account_id = ?")
                .setParameter(1, me().accountId())
                .getSingleResult();
        if (((Number) count).intValue() >= MOST) {
            throw new Problem(409, "list.problem.too-many-views", MOST);
        }
    }

    private void requireFree(String list, String name, long except) {
        List<?> same = em.createNativeQuery("select 1 from saved_view where account_id = ? and list = ?"
                        + " and lower(name) = lower(?) and id <> ?")
                .setParameter(1, me().accountId())
                .setParameter(2, list)
                .setParameter(3, name)
                .setParameter(4, except)
                .getResultList();
        if (!same.isEmpty()) {
            throw Problem.invalid("name", "list.invalid.view-name-taken");
        }
    }

    private static void requireUnchanged(int changed) {
        if (changed == 0) {
            throw new Problem(409, "web.problem.conflict");
        }
    }

    private static ListWitness.View told(SavedView view) {
        return new ListWitness.View(view.list(), view.name(), view.query(), view.shared());
    }

    private static SavedView view(Rows.Row row) {
        return new SavedView(
                row.id(0), row.text(1), row.text(2), row.text(3), row.flag(4), row.flag(5), row.flag(6), row.id(7));
    }
}
