package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Officers who act in a unit today and may change what lies there. */
@ApplicationScoped
public class Colleagues {

    private static final int MOST = 500;

    private static final String OF = "select distinct on (a.name_zh collate pinyin, a.id) a.id, a.name_zh, a.name_en,"
            + " a.login, a.mail, a.language from role_assignment r join account a on a.id = r.account_id"
            + " where r.org_path = ?1 and a.kind = 'OFFICER' and a.suspended_at is null"
            + " and r.role not in ('ENTERPRISE_USER', 'AUDITOR', 'SYSTEM_ADMINISTRATOR')"
            + " and r.valid_from <= china_day() and (r.valid_to is null or r.valid_to >= china_day())"
            + " order by a.name_zh collate pinyin, a.id limit " + MOST;

    @Inject
    private Bound bound;

    /** One of them. */
    public record Colleague(long id, String zh, @Nullable String en, String login, String mail, Language language) {}

    /** By name, at most 500. @param path of the unit */
    @Transactional
    public List<Colleague> of(String path) {
        return Rows.list(bound.query(OF, path), Colleagues::colleague);
    }

    /** The same as options of a form. */
    public List<Option> options(String path, Page page) {
        return of(path).stream()
                .map(each -> new Option(Long.toString(each.id()), page.pick(each.zh(), each.en()), each.login()))
                .toList();
    }

    private static Colleague colleague(Rows.Row row) {
        return new Colleague(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.text(3),
                row.text(4),
                Objects.requireNonNullElse(Language.of(row.text(5)), Language.ZH));
    }
}
