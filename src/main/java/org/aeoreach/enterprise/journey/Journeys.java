package org.aeoreach.enterprise.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Reads the journey of one enterprise. */
@ApplicationScoped
public class Journeys {

    private static final String COLUMNS = "select j.id, j.step, j.from_step, j.happened_on, j.note, n.zh, n.en,"
            + " a.name_zh as person_zh, a.name_en as person_en, j.created_at, j.retracted_at, j.retract_note,"
            + " j.enterprise_id from journey_entry j"
            + " join unit_name n on n.unit_id = j.unit_then and n.valid_to is null"
            + " left join account a on a.id = j.account_id";
    // A journey has a dozen steps; a thousand would be an accident that must not fill a page.
    private static final int MOST = 1000;

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    /** All steps recorded, the latest first, retracted ones included. */
    @Transactional
    public List<JourneyEntry> of(long enterprise) {
        facts.get(enterprise);
        Map<Long, List<JourneyEntry.Attachment>> files = files(enterprise);
        return Rows.list(
                bound.query(
                        COLUMNS + " where j.enterprise_id = ? order by j.happened_on desc, j.id desc limit ?",
                        enterprise,
                        MOST),
                row -> entry(row, files.getOrDefault(row.id(0), List.of())));
    }

    /** One of them. @throws Problem 404 */
    @Transactional
    public JourneyEntry get(long enterprise, long entry) {
        return of(enterprise).stream()
                .filter(each -> each.id() == entry)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The steps that may follow one, in their usual order. */
    @Transactional
    public List<JourneyStep> next(String step) {
        return Rows.list(
                bound.query(
                        "select t.to_step from journey_transition t join journey_step s on s.code = t.to_step"
                                + " where t.from_step = ? order by s.position",
                        step),
                row -> JourneyStep.valueOf(row.text(0)));
    }

    /** The enterprise of an entry. @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public long enterpriseOf(long entry) {
        return Rows.one(bound.query("select enterprise_id from journey_entry where id = ?", entry), row -> row.id(0))
                .orElseThrow(Problem::notFound);
    }

    private Map<Long, List<JourneyEntry.Attachment>> files(long enterprise) {
        Map<Long, List<JourneyEntry.Attachment>> all = new HashMap<>();
        Rows.list(
                        bound.query(
                                "select f.entry_id, s.id, s.name from journey_file f join stored_file s on s.id = f.file_id"
                                        + " join journey_entry j on j.id = f.entry_id where j.enterprise_id = ? order by s.id",
                                enterprise),
                        row -> row)
                .forEach(row -> all.computeIfAbsent(row.id(0), id -> new ArrayList<>())
                        .add(new JourneyEntry.Attachment(row.id(1), row.text(2))));
        return all;
    }

    private static JourneyEntry entry(Rows.Row row, List<JourneyEntry.Attachment> files) {
        return new JourneyEntry(
                row.id(0),
                row.text(1),
                row.text(2),
                row.date(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.instant(9),
                row.instantOrNull(10),
                row.textOrNull(11),
                files);
    }
}
