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

/** Reads what is out. */
@ApplicationScoped
public class Offers {

    private static final int MOST = 500;
    private static final String ONE = OfferView.SELECT + " where o.id = ?1";
    private static final String COMING = OfferView.SELECT
            + " where o.status = 'PUBLISHED' and o.starts_at > now() and " + OfferView.OUTWARD
            + " and o.id > ?1 order by o.id limit ?2";
    private static final String BETWEEN = OfferView.SELECT
            + " where o.status in ('PUBLISHED', 'CANCELLED') and " + OfferView.OUTWARD
            + " and o.starts_at >= ?1 and o.starts_at < ?2"
            + " order by o.starts_at, o.id limit ?3";

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

    /** Those that begin on days of China, the last excluded; at most {@value #MOST}. */
    @Transactional
    public List<OfferView> between(LocalDate first, LocalDate end) {
        return Rows.list(bound.query(BETWEEN, at(first), at(end), MOST), OfferView::of);
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
