package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.aeoreach.platform.Bound;
import org.jspecify.annotations.Nullable;

/** Makes a session, or a template, like another one: all but when it is, who comes and how far it is. */
@ApplicationScoped
public class CopySession {

    private static final String QUESTIONS = "select 1 from training_fields_copied(?1, ?2)";
    private static final String SETTINGS = "select 1 from training_settings_copied(?1, ?2)";
    private static final String PROGRAMME = "select training_programme_copied(?1, ?2)";

    @Inject
    private Trainings trainings;

    @Inject
    private TrainingReader reader;

    @Inject
    private Bound bound;

    /**
     * When the other one is.
     *
     * @param titleZh null: the same
     */
    public record Other(
            @NotNull LocalDateTime startsAt,
            @NotNull LocalDateTime endsAt,
            @Nullable @Size(max = 200) String titleZh,
            @Nullable @Size(max = 300) String titleEn) {}

    /** Another one with the same questions, settings and programme, other things as they are wanted. @throws Problem as {@link Trainings#add} */
    @Transactional
    public TrainingView add(long from, NewTraining wanted) {
        TrainingView source = reader.get(from);
        TrainingView made = trainings.add(wanted);
        furnish(source, made);
        return made;
    }

    /** Another one at another time. @throws Problem 400 at the field, 404 when there is no such session */
    @Transactional
    public TrainingView at(long from, Other other) {
        TrainingView source = reader.get(from);
        SessionDates dates = SessionDates.of(other.startsAt(), other.endsAt());
        boolean same = other.titleZh() == null;
        return add(
                from,
                NewTraining.like(
                        source,
                        dates,
                        other.titleZh() == null ? source.titleZh() : other.titleZh(),
                        same ? source.titleEn() : other.titleEn()));
    }

    /** Keeps it as a template of the viewer's unit. @throws Problem 404 when there is no such session */
    @Transactional
    public TrainingView keep(long from) {
        TrainingView source = reader.get(from);
        SessionDates dates = SessionDates.of(source.local(source.startsAt()), source.local(source.endsAt()));
        TrainingView made = trainings.addTemplate(NewTraining.like(source, dates, source.titleZh(), source.titleEn()));
        furnish(source, made);
        return made;
    }

    /** Gives it what stands beside the session itself. @throws Problem 400 where it has fewer seats than its delegates */
    void furnish(TrainingView source, TrainingView made) {
        bound.query(QUESTIONS, source.id(), made.id()).getSingleResult();
        bound.query(SETTINGS, source.id(), made.id()).getSingleResult();
        if (bound.query(PROGRAMME, source.id(), made.id()).getSingleResult() != null) {
            trainings.settle(made.id());
        }
    }
}
