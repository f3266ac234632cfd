package org.aeoreach.enterprise.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;

/** The steps an enterprise took towards AEO, without those recorded by mistake. */
@ApplicationScoped
class JourneyTimeline extends DayTimeline {

    @Override
    public String name() {
        return "journey";
    }

    @Override
    String days() {
        return "select j.id, j.happened_on as day, s.zh, s.en, j.note, n.zh as unit_zh, n.en as unit_en"
                + " from journey_entry j join journey_step s on s.code = j.step"
                + " join unit_name n on n.unit_id = j.unit_then and n.valid_to is null"
                + " where j.enterprise_id = ?1 and j.retracted_at is null";
    }

    @Override
    Told told(Rows.Row row, Language language) {
        String step = language.pick(row.text(3), row.textOrNull(4));
        String note = row.textOrNull(5);
        return new Told(
                language.pick(row.text(6), row.textOrNull(7)),
                text(language, "enterprise.history.step", step),
                note == null ? List.of() : List.of(note));
    }
}
