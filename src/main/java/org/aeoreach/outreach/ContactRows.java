package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Contacts that count, newest first by keyset, one row for each party the viewer may see. */
@ApplicationScoped
public class ContactRows {

    private static final String COLUMNS = "select p.id, p.touchpoint_id, p.enterprise_id, p.partner_id,"
            + " coalesce(e.name_zh, o.name_zh), coalesce(e.name_en, o.name_en), n.zh, n.en, p.at, p.timed, p.channel,"
            + " p.direction, p.strength, t.agreed, t.heard"
            + " from touchpoint_party p join unit_name n on n.unit_id = p.by_unit_id and n.valid_to is null"
            + " left join enterprise e on e.id = p.enterprise_id left join partner_organisation o on o.id = p.partner_id"
            // The text of another unit stays away; that there was a contact does not.
            + " left join touchpoint t on t.id = p.touchpoint_id"
            + " where p.withdrawn_at is null and coalesce(e.id, o.id) is not null"
            + " and (p.at, p.id) < (cast(?1 as timestamptz), ?2)";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** Everything before it is asked for. */
    public record Before(Instant at, long id) {

        static Before of(String cursor) {
            if (cursor.isEmpty()) {
                return new Before(Instant.parse("9999-01-01T00:00:00Z"), 0);
            }
            String[] parts = cursor.split("/", 2);
            try {
                // A year of four digits: one that PostgreSQL can tell too.
                if (parts.length == 2 && parts[0].matches("[0-9]{4}-.*") && parts[1].matches("[0-9]{1,18}")) {
                    return new Before(Instant.parse(parts[0]), Long.parseLong(parts[1]));
                }
            } catch (DateTimeException none) {
                throw Problem.invalid("after", "web.invalid.cursor");
            }
            throw Problem.invalid("after", "web.invalid.cursor");
        }
    }

    /** @param enterprise only this one's */
    @Transactional
    public Slice<ContactRow> list(@Nullable Long enterprise, String after, int limit) {
        return Slice.of(list(enterprise, Before.of(after), limit + 1), limit, row -> row.at() + "/" + row.id());
    }

    @Transactional
    List<ContactRow> list(@Nullable Long enterprise, Before before, int limit) {
        Query query = em.createNativeQuery(COLUMNS + (enterprise == null ? "" : " and p.enterprise_id = ?4")
                        + " order by p.at desc, p.id desc limit ?3")
                .setParameter(1, before.at().toString())
                .setParameter(2, before.id())
                .setParameter(3, limit);
        if (enterprise != null) {
            query.setParameter(4, enterprise);
        }
        return Rows.list(query, ContactRows::row);
    }

    private static ContactRow row(Rows.Row row) {
        Instant at = row.instant(8);
        return new ContactRow(
                row.id(0),
                row.id(1),
                row.idOrNull(2),
                row.idOrNull(3),
                row.text(4),
                row.textOrNull(5),
                row.text(6),
                row.textOrNull(7),
                TouchpointReader.day(at),
                at,
                row.flag(9),
                Channel.valueOf(row.text(10)),
                Direction.valueOf(row.text(11)),
                Strength.valueOf(row.text(12)),
                row.textOrNull(13),
                row.textOrNull(14) == null ? null : row.flag(14));
    }
}
