package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.registration.BusinessType;
import org.aeoreach.enterprise.registration.SizeClass;
import org.aeoreach.importing.cell.FileField;
import org.aeoreach.importing.cell.ShortLists;
import org.aeoreach.importing.cell.Vocabulary;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;

/** What rows of enterprises are read against: units, and the words of short lists. Small, and read once for each import. */
@ApplicationScoped
class Lookups {

    private static final Map<ImportField, String> TABLES =
            Map.of(ImportField.SECTOR, "sector", ImportField.JOURNEY_STEP, "journey_step");

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ShortLists lists;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @param fields per column of the file; empty for one left out */
    @Transactional(Transactional.TxType.MANDATORY)
    public LineReader reader(List<String> fields) {
        return new LineReader(FileField.held(ImportField.ALL, fields), words(), places(), Time.today(clock));
    }

    private Places places() {
        var query = em.createNativeQuery("select c.code, u.id, u.org_path from customs_code c join unit u"
                + " on u.id = c.unit_id where u.closed_on is null or u.closed_on > china_day()");
        Map<String, Places.Place> byCode = Rows.list(query, row -> row).stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> new Places.Place(row.id(1), row.text(2))));
        return new Places(byCode, viewer.require().orgPath());
    }

    private Vocabulary words() {
        Vocabulary words = new Vocabulary();
        lists.addWorded(words, ImportField.SIZE_CLASS, "enterprise.size.", SizeClass.values());
        // Words that files have beside those shown here.
        lists.addWorded(words, ImportField.BUSINESS_TYPES, "enterpriseimport.word.", BusinessType.BONDED_ZONE);
        lists.addWorded(words, ImportField.BUSINESS_TYPES, "enterprise.business.", BusinessType.values());
        List.of("A", "B", "C").forEach(tier -> words.with(ImportField.TIER, tier, tier));
        TABLES.forEach((field, table) -> lists.addListed(words, field, "select code, zh, en from " + table));
        // Earlier rules called some grades otherwise; the newest name of each is read last.
        lists.addListed(words, ImportField.GRADE, "select grade, zh, en from credit_grade order by rule_set");
        return words;
    }
}
