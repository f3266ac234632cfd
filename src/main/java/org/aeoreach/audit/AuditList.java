package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The list of what people and the system did, the newest first. */
@ApplicationScoped
class AuditList implements Listing {

    // Names as far as the auditor may see the people; the numbers are always told.
    private static final String FROM =
            "audit_entry e left join account a on a.id = e.account_id" + " left join account b on b.id = e.absent_id";

    private final ListSpec spec;

    /** CDI's proxy needs it. */
    AuditList() {
        this(new Messages());
    }

    @Inject
    AuditList(Messages messages) {
        spec = ListSpec.at("audit", "/desk/audit", "audit.title")
                .from(FROM, "e.id")
                .columns(
                        Column.moment("at", "audit.at", "e.at").sortedBy("e.id").lead(),
                        Column.of(
                                "who",
                                "audit.who",
                                AuditList::who,
                                "e.account_id",
                                "a.name_zh",
                                "a.name_en",
                                "a.login",
                                "e.absent_id",
                                "b.name_zh",
                                "b.name_en",
                                "b.login",
                                "e.token_id",
                                "e.token_name"),
                        Column.of("action", "audit.action", AuditList::action, "e.action"),
                        Column.of("record", "audit.record", AuditList::subject, "e.record_type", "e.record_id"),
                        Column.of("changes", "audit.changes", AuditList::changes, "e.changes"),
                        Column.of("where", "audit.where", AuditList::where, "e.address", "e.request_id"),
                        Column.code("number", "audit.number", "e.id").hidden(),
                        Column.code("place", "audit.place", "e.chain || '/' || e.seq")
                                .hidden())
                .filters(
                        choice(messages, "action", "audit.action", "audit.action.", "e.action"),
                        choice(messages, "recordType", "audit.record", "audit.record.", "e.record_type"),
                        Filter.text("person", "audit.person", AuditList::by),
                        Filter.days("day", "audit.day", "e.at"),
                        Filter.equal("recordId", "audit.record-id", "e.record_id")
                                .more(),
                        Filter.equal("request", "audit.request", "e.request_id").more(),
                        Filter.equal("address", "audit.address", "e.address").more())
                .order("-at")
                .empty(EmptyState.because("audit.none"))
                .build();
    }

    private static Filter choice(Messages messages, String key, String label, String words, String expression) {
        List<Filter.Option> options = messages.named(words).stream()
                .map(name -> new Filter.Option(name, words + name))
                .toList();
        return Filter.choice(key, label, options, value -> Fragment.of(expression + " = ?", value));
    }

    /** An account id or a login; a login nobody has finds no entries. */
    private static Fragment by(String idOrLogin) {
        return idOrLogin.matches("[0-9]{1,18}")
                ? Fragment.of("? in (e.account_id, e.absent_id)", Long.parseLong(idOrLogin))
                : Fragment.of(
                        "(select p.id from account p where lower(p.login) = lower(?)) in (e.account_id, e.absent_id)",
                        idOrLogin);
    }

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell who(Rows.Row row, Page page) {
        Cell absent = row.idOrNull(4) == null
                ? Cell.NONE
                : Cell.beside(Cell.quiet(page.t("audit.for")), person(row, 4, page));
        Cell token =
                row.idOrNull(8) == null ? Cell.NONE : Cell.quiet(page.t("audit.by-token", row.text(9), row.text(8)));
        return Cell.below(person(row, 0, page), absent, token);
    }

    private static Cell person(Rows.Row row, int at, Page page) {
        Long id = row.idOrNull(at);
        if (id == null) {
            return Cell.text(page.t("audit.system"));
        }
        return row.textOrNull(at + 1) == null
                ? Cell.text(page.t("audit.hidden-person", id.toString()))
                : Cell.beside(
                        Cell.text(page.pick(row.text(at + 1), row.textOrNull(at + 2))),
                        Cell.quietCode(row.text(at + 3)));
    }

    private static Cell where(Rows.Row row, Page page) {
        return Cell.below(Cell.code(row.textOrNull(0)), Cell.quietCode(row.textOrNull(1)));
    }

    private static Cell action(Rows.Row row, Page page) {
        return Cell.text(page.tOr("audit.action." + row.text(0), row.text(0)));
    }

    private static Cell subject(Rows.Row row, Page page) {
        Cell type = Cell.text(page.tOr("audit.record." + row.text(0), row.text(0)));
        String id = row.textOrNull(1);
        return id == null
                ? type
                : Cell.beside(
                        type,
                        new Cell.Link(
                                "/desk/audit?recordType=" + encoded(row.text(0)) + "&recordId=" + encoded(id),
                                Cell.code(id)));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Cell changes(Rows.Row row, Page page) {
        return Cell.below(ChangeWords.of(row.text(0), page, Map.of()).stream()
                .map(Cell::text)
                .toList());
    }
}
