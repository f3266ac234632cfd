package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.after.GuestVisit;
import org.aeoreach.training.registration.AttendeeKey;

/** The check before and after a session, for who stands behind a secret link or is signed in. */
@ApplicationScoped
public class Checks {

    private static final String STATE = "select questions, before_open, after_open, before_given, after_given,"
            + " before_correct, after_correct, after_until from training_check_state(?1, ?2)";
    private static final String QUESTIONS = "select id, number, text_zh, text_en, options, right_option, before_chosen,"
            + " after_chosen from training_check_questions(?1, ?2)";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @throws Problem 404 when the key opens nothing */
    @Transactional
    public CheckState state(AttendeeKey key) {
        return find(key).orElseThrow(() -> new Problem(404, "session.problem.link-over"));
    }

    /** Nothing when the key opens nothing. */
    @Transactional
    Optional<CheckState> find(AttendeeKey key) {
        return Rows.one(bound.query(STATE, key.bytes(), now()), CheckState::of);
    }

    @Transactional
    List<AskedQuestion> questions(AttendeeKey key) {
        return Rows.list(bound.query(QUESTIONS, key.bytes(), now()), AskedQuestion::of);
    }

    /**
     * Keeps what he answered, once.
     *
     * @param answers the option chosen, from 0, by the number of the question
     * @throws Problem 400 at each question without an answer, 404 when the link opens nothing, 409 when he has given it or it
     *     is not open
     */
    @Transactional
    void give(GuestVisit visit, CheckStage stage, Map<Long, Integer> answers) {
        AttendeeKey key = visit.key();
        if (state(key).open() == stage) {
            requireAll(key, answers);
        }
        JsonObjectBuilder said = JsonText.JSON.createObjectBuilder();
        answers.forEach((question, option) -> said.add(Long.toString(question), option));
        String outcome = Rows.one(
                        bound.query(
                                "select training_check_give(?1, ?2, cast(?3 as jsonb), ?4)",
                                key.bytes(),
                                stage,
                                said.build().toString(),
                                now()),
                        row -> row.text(0))
                .orElseThrow();
        refuse(outcome);
        audit.record(
                "training.check",
                new AuditTrail.Subject(
                        "training_session",
                        visit.guest().session(),
                        visit.guest().sessionPath()),
                Changes.none().with("stage", stage));
    }

    private void requireAll(AttendeeKey key, Map<Long, Integer> answers) {
        List<Problem.FieldError> missing = questions(key).stream()
                .filter(each -> !answers.containsKey(each.id())
                        || answers.get(each.id()) >= each.options().size())
                .map(each -> new Problem.FieldError(each.field(), "knowledge.invalid.choose", each.number()))
                .toList();
        if (!missing.isEmpty()) {
            throw new Problem(400, "web.problem.validation", missing);
        }
    }

    private static void refuse(String outcome) {
        switch (outcome) {
            case "NONE" -> throw new Problem(404, "session.problem.link-over");
            case "GIVEN" -> throw new Problem(409, "knowledge.problem.given");
            case "CLOSED" -> throw new Problem(409, "knowledge.problem.closed");
            case "MISSING" -> throw new Problem(409, "knowledge.problem.changed");
            default -> {}
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
