package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.importing.cell.Vocabulary;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Direction;
import org.aeoreach.outreach.Severity;
import org.aeoreach.outreach.Strength;
import org.aeoreach.outreach.SubjectKind;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Reads what rows are read against from the database and the messages. */
@ApplicationScoped
class ContactLookups {

    private static final String UNITS = "select u.id, u.org_path, n.zh, coalesce(n.en, n.zh), x.name from unit u"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " join lateral (select m.zh as name from unit_name m where m.unit_id = u.id"
            + " union select m.en from unit_name m where m.unit_id = u.id and m.en is not null"
            + " union select c.code from customs_code c where c.unit_id = u.id union select u.code) x on true"
            + " where (u.closed_on is null or u.closed_on > china_day()) and x.name is not null";
    private static final String SERVICES =
            "select a.id, a.login, a.name_zh, a.name_en, r.unit_id, r.valid_from, r.valid_to"
                    + " from role_assignment r join account a on a.id = r.account_id"
                    + " where a.kind = 'OFFICER' and r.role not in ('ENTERPRISE_USER', 'AUDITOR')";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @param fields per column of the file; empty for one left out */
    @Transactional(Transactional.TxType.MANDATORY)
    public ContactReader reader(List<String> fields) {
        List<@Nullable ContactField> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(ContactField.of(field).orElse(null)));
        return new ContactReader(columns, words(), Time.today(clock));
    }

    private ContactWords words() {
        Viewer me = viewer.require();
        Language language = RequestContext.current().language();
        Vocabulary vocabulary = new Vocabulary();
        Map<ContactField, Map<String, String>> labels = new EnumMap<>(ContactField.class);
        Map<ContactField, List<String>> lists = Map.of(
                ContactField.CHANNEL, codes(Channel.values()),
                ContactField.DIRECTION, codes(Direction.values()),
                ContactField.STRENGTH, codes(Strength.values()),
                ContactField.HEARD_SEVERITY, codes(Severity.values()),
                ContactField.SUBJECTS, codes(SubjectKind.values()),
                ContactField.SHARED, List.of("true", "false"));
        lists.forEach((field, codes) -> {
            Map<String, String> called = new HashMap<>();
            codes.forEach(code -> {
                String key = prefix(field) + code;
                vocabulary.with(field, code, code);
                for (Language each : Language.values()) {
                    for (String word : messages.text(each, key).split("\\|")) {
                        vocabulary.with(field, word, code);
                    }
                }
                called.put(code, messages.text(language, key).split("\\|")[0]);
            });
            labels.put(field, called);
        });
        Units units = units(me);
        return new ContactWords(vocabulary, labels, units, officers(units), me.unitId(), language);
    }

    private static List<String> codes(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static String prefix(ContactField field) {
        return switch (field) {
            case CHANNEL -> "outreach.channel.";
            case DIRECTION -> "outreach.direction.";
            case STRENGTH -> "outreach.strength.";
            case HEARD_SEVERITY -> "outreach.severity.";
            case SUBJECTS -> "outreach.subject-kind.";
            default -> "contactimport.shared.";
        };
    }

    private Units units(Viewer me) {
        Map<String, List<Units.Unit>> byName = new HashMap<>();
        Rows.list(em.createNativeQuery(UNITS), row -> row)
                .forEach(row -> byName.computeIfAbsent(row.text(4), name -> new ArrayList<>())
                        .add(new Units.Unit(row.id(0), row.text(1), row.text(2), row.text(3))));
        return new Units(byName, me.orgPath());
    }

    private PastOfficers officers(Units units) {
        return new PastOfficers(
                Rows.list(
                        em.createNativeQuery(SERVICES),
                        row -> new PastOfficers.Service(
                                row.id(0),
                                row.text(1),
                                row.text(2),
                                row.textOrNull(3),
                                row.id(4),
                                row.date(5),
                                row.dateOrNull(6))),
                units);
    }
}
