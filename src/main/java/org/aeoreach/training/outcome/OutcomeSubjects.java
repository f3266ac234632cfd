package org.aeoreach.training.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.training.base.BaseView;
import org.aeoreach.training.base.Bases;
import org.aeoreach.training.course.Syllabus;
import org.aeoreach.training.course.TrainingCourseView;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.training.trainer.TrainerView;
import org.aeoreach.training.trainer.Trainers;
import org.aeoreach.web.detail.Tab;
import org.jspecify.annotations.Nullable;

/** What figures are about, as far as the viewer sees it at all. */
@ApplicationScoped
class OutcomeSubjects {

    @Inject
    private TrainingReader sessions;

    @Inject
    private SessionTabs tabs;

    @Inject
    private OutcomeTab tab;

    @Inject
    private Syllabus courses;

    @Inject
    private Bases bases;

    @Inject
    private Trainers trainers;

    /** Its name. @param tabs of the session, none of anything else */
    record Subject(String titleZh, @Nullable String titleEn, List<Tab> tabs) {}

    /** @throws Problem 404 for what the viewer does not see, and for a session that was not held or is another unit's */
    Subject of(OutcomeAbout about) {
        return switch (about.kind()) {
            case SESSION -> session(about.id());
            case COURSE -> {
                TrainingCourseView course = courses.get(about.id());
                yield new Subject(course.titleZh(), course.titleEn(), List.of());
            }
            case BASE -> {
                BaseView base = bases.get(about.id());
                yield new Subject(base.nameZh(), base.nameEn(), List.of());
            }
            case TRAINER -> {
                TrainerView trainer = trainers.get(about.id());
                yield new Subject(trainer.name(), trainer.latinName(), List.of());
            }
        };
    }

    private Subject session(long id) {
        TrainingView session = sessions.get(id);
        if (!tab.shownFor(session)) {
            throw Problem.notFound();
        }
        return new Subject(session.titleZh(), session.titleEn(), tabs.of(session, OutcomeTab.NAME));
    }
}
