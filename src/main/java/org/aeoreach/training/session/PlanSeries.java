package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.booking.SessionRooms;

/** Plans sessions like one another in one go: all of them with their rooms, or none. */
@ApplicationScoped
public class PlanSeries {

    private static final String JOIN = "update training_session set series_id = ?2 where id = ?1";

    @Inject
    private Trainings trainings;

    @Inject
    private TrainingReader reader;

    @Inject
    private CopySession copies;

    @Inject
    private SessionRooms rooms;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    /** Those that were planned. @param series what they have in common */
    public record Planned(long series, List<TrainingView> sessions) {}

    /**
     * Plans them as drafts; the one they are made from belongs to them unless it is a template.
     *
     * @throws Problem 400 at the field, with all days on which the room is taken; 404 when the session is not the viewer's
     */
    @Transactional
    public Planned plan(long id, NewSeries wanted) {
        TrainingView source = reader.own(id);
        LocalDate from = source.local(source.startsAt()).toLocalDate();
        List<SessionDates> dates = wanted.days().stream()
                .map(day -> SessionDates.later(source, ChronoUnit.DAYS.between(from, day)))
                .toList();
        requireRoom(source, dates);
        long series = series(source);
        List<TrainingView> made = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            NewTraining each = NewTraining.like(source, dates.get(i), wanted.titleZh(i), wanted.titleEn(i));
            made.add(one(source, each, series));
        }
        if (!source.template()) {
            bound.query(JOIN, id, series).executeUpdate();
        }
        audit.record(
                "training.plan-series",
                new AuditTrail.Subject("training_session", id, source.orgPath()),
                Changes.none().with("number", source.number()).with("seriesCount", made.size()));
        return new Planned(series, List.copyOf(made));
    }

    private TrainingView one(TrainingView source, NewTraining each, long series) {
        TrainingView made = added(each);
        bound.query(JOIN, made.id(), series).executeUpdate();
        copies.furnish(source, made);
        return reader.get(made.id());
    }

    /** Two of them that last longer than the days between them cannot both have the room. */
    private TrainingView added(NewTraining each) {
        try {
            return trainings.add(each);
        } catch (Problem refused) {
            if (refused.errors().stream().anyMatch(error -> error.key().equals("planning.invalid.room-taken"))) {
                throw taken(List.of(each.startsAt().toLocalDate()));
            }
            throw refused;
        }
    }

    private long series(TrainingView source) {
        return source.series() != null && !source.template()
                ? source.series()
                : Rows.one(bound.query("select nextval('training_series_seq')"), row -> row.id(0))
                        .orElseThrow();
    }

    /** Asked for all of them before any is made, so that every taken day can be named. */
    private void requireRoom(TrainingView source, List<SessionDates> dates) {
        SessionRoom room = source.room();
        if (room == null) {
            return;
        }
        List<LocalDate> taken = dates.stream()
                .filter(each -> !rooms.free(room.id(), source.at(each.startsAt()), source.at(each.endsAt())))
                .map(each -> each.startsAt().toLocalDate())
                .toList();
        if (!taken.isEmpty()) {
            throw taken(taken);
        }
    }

    private static Problem taken(List<LocalDate> days) {
        List<Bilingual> named = days.stream()
                .map(LocalDate::toString)
                .map(day -> new Bilingual(day, day))
                .toList();
        return Problem.invalid("firstDay", "planning.invalid.days-taken", Bilingual.joined(named));
    }
}
