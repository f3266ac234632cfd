package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Who teaches at a session. */
@ApplicationScoped
class SessionTeachers {

    private static final String NAMED = "select t.id, t.name_zh, t.name_en, t.until from training_trainer t"
            + " where t.id = any (cast(string_to_array(?1, ',') as bigint[]))";
    private static final String KEEP = "insert into training_session_trainer (session_id, trainer_id, position)"
            + " select ?1, cast(w.id as bigint), w.nr from unnest(string_to_array(?2, ',')) with ordinality w (id, nr)"
            + " order by w.nr";

    @Inject
    private Bound bound;

    private record Known(
            long id,
            String zh,
            @Nullable String en,
            @Nullable LocalDate until) {}

    /**
     * Writes them anew.
     *
     * @param day of the session, on which each must still teach; null for a template
     * @throws Problem 400 at {@code trainers}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(long session, List<Long> wanted, @Nullable LocalDate day) {
        List<Long> trainers = wanted.stream().distinct().toList();
        check(trainers, day);
        bound.query("delete from training_session_trainer where session_id = ?1", session)
                .executeUpdate();
        if (!trainers.isEmpty()) {
            bound.query(KEEP, session, trainers).executeUpdate();
        }
    }

    private void check(List<Long> trainers, @Nullable LocalDate day) {
        Map<Long, Known> known = new LinkedHashMap<>();
        Rows.list(
                        bound.query(NAMED, trainers),
                        row -> new Known(row.id(0), row.text(1), row.textOrNull(2), row.dateOrNull(3)))
                .forEach(each -> known.put(each.id(), each));
        for (Long trainer : trainers) {
            Known each = known.get(trainer);
            if (each == null) {
                throw Problem.invalid("trainers", "web.invalid.choice");
            }
            if (day != null && each.until() != null && each.until().isBefore(day)) {
                throw Problem.invalid(
                        "trainers",
                        "planning.invalid.trainer-over",
                        new Bilingual(each.zh(), each.en()),
                        each.until().toString());
            }
        }
    }
}
