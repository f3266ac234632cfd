package org.aeoreach.training.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.after.GuestVisit;
import org.aeoreach.training.registration.AttendeeKey;
import org.jspecify.annotations.Nullable;

/** Feedback of who stands behind a secret link or is signed in. */
@ApplicationScoped
public class Opinions {

    private static final String OWN =
            "select open, until, content, trainers, value, words, ratings from training_feedback_own(?1, ?2)";
    private static final String TRAINERS = "select id, name_zh, name_en from training_trainers_of(?1)";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Somebody who taught. */
    public record Trainer(long id, String nameZh, @Nullable String nameEn) {

        /** The name of the field of his rating. */
        public String field() {
            return "t" + id;
        }
    }

    /**
     * What he said before, and until when he may say something else.
     *
     * @param ratings of each trainer, by number
     */
    public record Own(
            boolean open,
            Instant until,
            @Nullable Long content,
            @Nullable Long trainers,
            @Nullable Long value,
            @Nullable String words,
            Map<Long, Integer> ratings) {

        public boolean given() {
            return content != null;
        }
    }

    /** @throws Problem 404 when the key opens nothing */
    @Transactional
    Own own(AttendeeKey key) {
        return Rows.one(bound.query(OWN, key.bytes(), now()), Opinions::own)
                .orElseThrow(() -> new Problem(404, "session.problem.link-over"));
    }

    private static Own own(Rows.Row row) {
        Map<Long, Integer> ratings = new TreeMap<>();
        if (row.textOrNull(6) != null) {
            JsonObject said = JsonText.object(row.text(6));
            said.keySet().forEach(id -> ratings.put(Long.valueOf(id), said.getInt(id)));
        }
        return new Own(
                row.flag(0),
                row.instant(1),
                row.idOrNull(2),
                row.idOrNull(3),
                row.idOrNull(4),
                row.textOrNull(5),
                ratings);
    }

    /** Who taught, where that is known. */
    @Transactional
    public List<Trainer> trainers(long session) {
        return Rows.list(bound.query(TRAINERS, session), row -> new Trainer(row.id(0), row.text(1), row.textOrNull(2)));
    }

    /**
     * Keeps it, or keeps what he says now.
     *
     * @throws Problem 404 when the link opens nothing, 409 when the week is over or he was not there
     */
    @Transactional
    void give(GuestVisit visit, Said said, Map<Long, Integer> ratings) {
        JsonObjectBuilder each = JsonText.JSON.createObjectBuilder();
        ratings.forEach((trainer, rating) -> each.add(Long.toString(trainer), rating));
        JsonObjectBuilder all = JsonText.JSON
                .createObjectBuilder()
                .add("content", said.contentRating())
                .add("value", said.valueRating())
                .add("ratings", each);
        if (said.trainersRating() != null) {
            all.add("trainers", said.trainersRating());
        }
        if (said.opinionWords() != null) {
            all.add("words", said.opinionWords());
        }
        String outcome = Rows.one(
                        bound.query(
                                "select training_feedback_give(?1, cast(?2 as jsonb), ?3)",
                                visit.key().bytes(),
                                all.build().toString(),
                                now()),
                        row -> row.text(0))
                .orElseThrow();
        if (outcome.equals("NONE")) {
            throw new Problem(404, "session.problem.link-over");
        }
        if (outcome.equals("CLOSED")) {
            throw new Problem(409, "opinion.problem.closed");
        }
        // That somebody said something, not what nor who.
        audit.record(
                "training.feedback",
                new AuditTrail.Subject(
                        "training_session",
                        visit.guest().session(),
                        visit.guest().sessionPath()),
                Changes.none());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
