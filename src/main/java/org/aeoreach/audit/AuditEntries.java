package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.PersonNames;
import org.aeoreach.web.Slice;

/** Reads the audit within the viewer's range. */
@ApplicationScoped
public class AuditEntries {

    private static final String COLUMNS = "select id, at, account_id, absent_id, address, request_id, action,"
            + " record_type, record_id, org_path, changes, chain, seq, token_id, token_name from audit_entry where id < ?1";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private PersonNames names;

    /** The newest first. */
    @Transactional
    public Slice<AuditEntryView> list(AuditFilter filter, long before, int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        sql.append(filter.action().isEmpty() ? "" : " and action = ?3");
        sql.append(filter.recordType().isEmpty() ? "" : " and record_type = ?4");
        sql.append(filter.recordId().isEmpty() ? "" : " and record_id = ?5");
        sql.append(filter.person().isEmpty() ? "" : " and ?6 in (account_id, absent_id)");
        sql.append(filter.from() == null ? "" : " and at >= ?7");
        sql.append(filter.to() == null ? "" : " and at < ?8");
        Query query = em.createNativeQuery(
                        sql.append(" order by id desc limit ?2").toString())
                .setParameter(1, before)
                .setParameter(2, limit + 1);
        bind(query, filter);
        return Slice.of(views(Rows.list(query, row -> row)), limit, AuditEntryView::id);
    }

    private void bind(Query query, AuditFilter filter) {
        text(query, 3, filter.action());
        text(query, 4, filter.recordType());
        text(query, 5, filter.recordId());
        if (!filter.person().isEmpty()) {
            query.setParameter(6, person(filter.person()));
        }
        if (filter.from() != null) {
            query.setParameter(7, filter.beginning().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            query.setParameter(8, filter.end().atOffset(ZoneOffset.UTC));
        }
    }

    private static void text(Query query, int position, String value) {
        if (!value.isEmpty()) {
            query.setParameter(position, value);
        }
    }

    /** An account id or a login; a login nobody has finds no entries. */
    private long person(String idOrLogin) {
        return idOrLogin.matches("[0-9]{1,18}")
                ? Long.parseLong(idOrLogin)
                : names.idOf(idOrLogin).orElse(-1L);
    }

    private List<AuditEntryView> views(List<Rows.Row> rows) {
        var people = names.of(rows.stream()
                .flatMap(row -> Stream.of(row.idOrNull(2), row.idOrNull(3)))
                .toList());
        return rows.stream().map(row -> view(row, people)).toList();
    }

    private static AuditEntryView view(Rows.Row row, Map<Long, PersonNames.Person> people) {
        Long account = row.idOrNull(2);
        Long absent = row.idOrNull(3);
        Long token = row.idOrNull(13);
        return new AuditEntryView(
                row.id(0),
                row.instant(1),
                account,
                account == null ? null : people.get(account),
                absent,
                absent == null ? null : people.get(absent),
                row.textOrNull(4),
                row.textOrNull(5),
                row.text(6),
                row.text(7),
                row.textOrNull(8),
                row.text(9),
                JsonText.object(row.text(10)),
                (int) row.id(11),
                row.id(12),
                token == null ? null : new AuditEntryView.Token(token, row.text(14)));
    }
}
