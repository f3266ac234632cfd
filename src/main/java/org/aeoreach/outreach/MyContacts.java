package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.DayPlace;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** What an enterprise is shown of its contacts with customs: what officers chose to tell it, and nothing internal. */
@ApplicationScoped
public class MyContacts {

    private static final DayPlace NEWEST = new DayPlace(LocalDate.of(9998, 12, 31), 0);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    /** A contact as the enterprise sees it. @param agreed what was agreed, or null */
    public record Told(
            long id,
            LocalDate day,
            Channel channel,
            String unitZh,
            @Nullable String unitEn,
            @Nullable String agreed) {}

    /** The newest first. @throws Problem 404 when the viewer acts for no enterprise */
    @Transactional
    public Slice<Told> list(Paging paging) {
        Long enterprise = viewer.require().enterpriseId();
        if (enterprise == null) {
            throw Problem.notFound();
        }
        DayPlace place = paging.afterDay(NEWEST);
        int limit = paging.limit();
        var query = em.createNativeQuery("select t.touchpoint_id, t.happened_on, t.channel, n.zh, n.en, t.agreed"
                        + " from touchpoint_told t join unit_name n on n.unit_id = t.by_unit_id and n.valid_to is null"
                        + " where t.enterprise_id = ? and (t.happened_on, t.touchpoint_id) < (cast(? as date), ?)"
                        + " order by t.happened_on desc, t.touchpoint_id desc limit ?")
                .setParameter(1, Objects.requireNonNull(enterprise))
                .setParameter(2, place.day().toString())
                .setParameter(3, place.id())
                .setParameter(4, limit + 1);
        return Slice.of(Rows.list(query, MyContacts::told), limit, told -> new DayPlace(told.day(), told.id()));
    }

    private static Told told(Rows.Row row) {
        return new Told(
                row.id(0),
                row.date(1),
                Channel.valueOf(row.text(2)),
                row.text(3),
                row.textOrNull(4),
                row.textOrNull(5));
    }
}
