package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.importing.cell.FileField;
import org.aeoreach.importing.cell.ShortLists;
import org.aeoreach.importing.cell.Vocabulary;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Direction;
import org.aeoreach.outreach.Severity;
import org.aeoreach.outreach.Strength;
import org.aeoreach.outreach.SubjectKind;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** What rows of contacts are read against: units, officers, and the words of short lists. */
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

    private static final Map<ContactField, Worded> WORDED = Map.of(
            ContactField.CHANNEL, Worded.of("outreach.channel.", Channel.values()),
            ContactField.DIRECTION, Worded.of("outreach.direction.", Direction.values()),
            ContactField.STRENGTH, Worded.of("outreach.strength.", Strength.values()),
            ContactField.HEARD_SEVERITY, Worded.of("outreach.severity.", Severity.values()),
            ContactField.SUBJECTS, Worded.of("outreach.subject-kind.", SubjectKind.values()),
            ContactField.SHARED, new Worded("contactimport.shared.", List.of("true", "false")));

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ShortLists lists;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** A short list that messages name. @param prefix of their keys */
    private record Worded(String prefix, List<String> codes) {
        static Worded of(String prefix, Enum<?>[] values) {
            return new Worded(prefix, Stream.of(values).map(Enum::name).toList());
        }
    }

    /** @param fields per column of the file; empty for one left out */
    @Transactional(Transactional.TxType.MANDATORY)
    public ContactReader reader(List<String> fields) {
        return new ContactReader(FileField.held(ContactField.ALL, fields), words(), Time.today(clock));
    }

    private ContactWords words() {
        Viewer me = viewer.require();
        Vocabulary vocabulary = new Vocabulary();
        WORDED.forEach((field, list) -> lists.addWorded(vocabulary, field, list.prefix(), list.codes()));
        Units units = units(me);
        return new ContactWords(
                vocabulary,
                units,
                officers(units),
                me.unitId(),
                RequestContext.current().language());
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
