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
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.PersonNames;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.TimelineEntry;
import org.aeoreach.web.timeline.TimelineSource;
import org.jspecify.annotations.Nullable;

/** What the audit says of a record, to those whose range it lies in: who, when and what; addresses stay with auditors. */
@ApplicationScoped
public class AuditTimeline implements TimelineSource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private PersonNames names;

    @Inject
    private Messages messages;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    @Transactional
    public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
        Query query = em.createNativeQuery("select id, at, account_id, absent_id, action, changes from audit_entry"
                        + " where record_type = ?1 and record_id = ?2 and (at, id) < (?3, ?4)"
                        + " order by at desc, id desc limit ?5")
                .setParameter(1, subject.type())
                .setParameter(2, subject.id())
                .setParameter(3, before.at().atOffset(ZoneOffset.UTC))
                .setParameter(4, before.number())
                .setParameter(5, limit);
        List<Rows.Row> rows = Rows.list(query, row -> row);
        var people = names.of(rows.stream()
                .flatMap(row -> Stream.of(row.idOrNull(2), row.idOrNull(3)))
                .filter(Objects::nonNull)
                .toList());
        return rows.stream().map(row -> entry(row, people)).toList();
    }

    private TimelineEntry entry(Rows.Row row, Map<Long, PersonNames.Person> people) {
        List<String> details = AuditEntryView.fields(JsonText.object(row.text(5))).stream()
                .map(this::change)
                .toList();
        String action = row.text(4);
        return new TimelineEntry(
                row.instant(1), row.id(0), actor(row, people), named("audit.action.", action), details, null);
    }

    private @Nullable String actor(Rows.Row row, Map<Long, PersonNames.Person> people) {
        Long account = row.idOrNull(2);
        if (account == null) {
            return null;
        }
        Long absent = row.idOrNull(3);
        String who = person(account, people);
        return absent == null ? who : who + " (" + text("web.standing-in", person(absent, people)) + ")";
    }

    private String person(long id, Map<Long, PersonNames.Person> people) {
        PersonNames.Person person = people.get(id);
        return person == null
                ? text("audit.hidden-person", Long.toString(id))
                : language().pick(person.nameZh(), person.nameEn());
    }

    private String change(AuditEntryView.Change change) {
        String field = named("audit.field.", change.field());
        String to = named("scope.role.", change.to());
        return field + " "
                + (change.from().isEmpty()
                        ? text("audit.set-to", to)
                        : text("audit.changed-to", named("scope.role.", change.from()), to));
    }

    private String named(String prefix, String name) {
        String text = messages.find(language(), prefix + name);
        return text == null ? name : text;
    }

    private String text(String key, String... arguments) {
        return messages.text(language(), key, (Object[]) arguments);
    }

    private static Language language() {
        return RequestContext.current().language();
    }
}
