package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Work list and load as programs read them. */
@ApplicationScoped
public class Portfolios {

    private static final String MINE = "select e.id, e.name_zh, e.name_en, e.customs_code, e.tier, e.journey_step,"
            + " e.last_contact_on, e.next_contact_due, " + MissingFields.SQL + " from enterprise e"
            + " where e.merged_into is null and e.id > ? and e.id in (select c.enterprise_id from coordination c"
            + " where c.account_id = portfolio_owner() and c.valid_to is null) order by e.id limit ?";
    private static final String LOADS = "select l.id, o.name_zh, o.name_en, o.stands, l.total, l.overdue, l.recent from"
            + " (select e.coordinator_id as id, min(e.org_path) as org_path, count(*) as total,"
            + " count(*) filter (where e.next_contact_due < china_day()) as overdue,"
            + " count(*) filter (where e.last_contact_on > china_day() - 30) as recent from enterprise e"
            + " where e.coordinator_id > ? and e.merged_into is null group by e.coordinator_id"
            + " order by e.coordinator_id limit ?) l"
            + " cross join lateral officer_facts(l.id, l.org_path, china_day()) o order by l.id";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** An enterprise the viewer looks after. @param missing keys of what is not known of it */
    public record Entry(
            long id,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String customsCode,
            @Nullable String tier,
            String journeyStep,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate nextContactDue,
            List<String> missing) {}

    /** How much an officer looks after. @param recent enterprises with a contact in the last 30 days */
    public record Load(
            long accountId,
            String nameZh,
            @Nullable String nameEn,
            boolean stands,
            long enterprises,
            long overdue,
            long recent) {}

    /** By id, after the one given. */
    @Transactional
    public Slice<Entry> mine(long after, int limit) {
        Query query = em.createNativeQuery(MINE).setParameter(1, after).setParameter(2, limit + 1);
        return Slice.of(Rows.list(query, Portfolios::entry), limit, Entry::id);
    }

    private static Entry entry(Rows.Row row) {
        return new Entry(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.text(5),
                row.dateOrNull(6),
                row.dateOrNull(7),
                row.text(8).isEmpty() ? List.of() : List.of(row.text(8).split(",", -1)));
    }

    /** Of every officer who looks after enterprises of the viewer's range, by account, after the one given. */
    @Transactional
    public Slice<Load> loads(long after, int limit) {
        Query query = em.createNativeQuery(LOADS).setParameter(1, after).setParameter(2, limit + 1);
        return Slice.of(
                Rows.list(
                        query,
                        row -> new Load(
                                row.id(0),
                                row.text(1),
                                row.textOrNull(2),
                                row.flag(3),
                                row.id(4),
                                row.id(5),
                                row.id(6))),
                limit,
                Load::accountId);
    }
}
