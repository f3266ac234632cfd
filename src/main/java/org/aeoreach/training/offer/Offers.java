package org.aeoreach.training.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Slice;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Reads what is out. */
@ApplicationScoped
public class Offers {

    private static final int MOST = 500;
    private static final String ONE = OfferView.SELECT + " where o.id = ?1";
    private static final String COMING = OfferView.SELECT
            + " where o.status = 'PUBLISHED' and o.starts_at > now() and o.id > ?1 and " + OfferView.WHOLE + " and "
            + OfferView.OUTWARD
            + " order by o.id limit ?2";
    private static final String BETWEEN = OfferView.SELECT
            + " where o.status in ('PUBLISHED', 'CANCELLED') and o.starts_at >= ? and o.starts_at < ? and "
            + OfferView.WHOLE + " and " + OfferView.OUTWARD;
    private static final String IN_TIME = " order by o.starts_at, o.id limit " + MOST;
    private static final String ORGANISERS =
            "with held as materialized (select distinct o.org_path from training_offer o"
                    + " where o.starts_at > now() - interval '1 year')"
                    + " select u.code, n.zh, n.en from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
                    + " where exists (select from held h where starts_with(h.org_path, u.org_path)) order by u.code limit 300";

    private static final String SIBLINGS =
            OfferView.SELECT + " where o.status = 'PUBLISHED' and o.starts_at > now() and "
                    + OfferView.OUTWARD
                    + " and o.id <> ?1 and o.series_id = (select m.series_id from training_offer m where m.id = ?1)"
                    + " order by o.starts_at, o.id limit 60";

    @Inject
    private Bound bound;

    /** @throws Problem 404 when there is none that is out, for others than officers */
    @Transactional
    public OfferView get(long id) {
        return Rows.one(bound.query(ONE + " and " + OfferView.OUTWARD, id), OfferView::of)
                .orElseThrow(Problem::notFound);
    }

    /** The same, for officers too: for who has a registration. */
    @Transactional
    public OfferView any(long id) {
        return Rows.one(bound.query(ONE, id), OfferView::of).orElseThrow(Problem::notFound);
    }

    /** Those to come that were planned together with it, in the order of their times. */
    @Transactional
    public List<OfferView> siblings(long id) {
        return Rows.list(bound.query(SIBLINGS, id), OfferView::of);
    }

    /** Those to come, in the order of their numbers. */
    @Transactional
    public Slice<OfferView> coming(long after, int limit) {
        return Slice.of(Rows.list(bound.query(COMING, after, limit + 1), OfferView::of), limit, OfferView::id);
    }

    /**
     * Those that begin on days of China, the last excluded; at most {@value #MOST}.
     *
     * @param wanted what the filters of {@link OfferList} ask for
     */
    @Transactional
    public List<OfferView> between(LocalDate first, LocalDate end, Fragment wanted) {
        Fragment all = Fragment.of(BETWEEN, at(first), at(end)).and(wanted);
        return Rows.list(bound.query(all.sql() + IN_TIME, all.values().toArray()), OfferView::of);
    }

    /** The same of a unit and those below it. @param unit its code, or null for all */
    @Transactional
    public List<OfferView> between(LocalDate first, LocalDate end, @Nullable String unit) {
        return between(first, end, unit == null ? Fragment.NONE : OfferList.organiser(unit));
    }

    /** Units that had sessions out within a year, themselves or below them, by their codes. */
    @Transactional
    public List<Organiser> organisers() {
        return Rows.list(bound.query(ORGANISERS), row -> new Organiser(row.text(0), row.text(1), row.textOrNull(2)));
    }

    /** Whether it is part of a conference: it stands in the programme there and in no list. */
    @Transactional
    public boolean part(long id) {
        return !bound.query("select 1 from training_part p where p.id = ?1", id)
                .getResultList()
                .isEmpty();
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
