package org.aeoreach.training.course;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.library.editing.DocumentChoices;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;

/** The page of a course. */
@ApplicationScoped
class CourseSheets {

    @Inject
    private Syllabus courses;

    @Inject
    private Materials materials;

    @Inject
    private CheckQuestions questions;

    @Inject
    private DocumentChoices documents;

    @Inject
    private Pages pages;

    JteModel page(long id) {
        return page(id, Form.of(NewMaterial.class).with("stage", MaterialStage.BEFORE));
    }

    /** @param material as it failed */
    JteModel page(long id, Form material) {
        TrainingCourseView course = courses.get(id);
        Page page = pages.page(pages.titled("syllabus.course.title").pick(course.titleZh(), course.titleEn()));
        Form form = material.options("stage", Option.of(page, "syllabus.stage.", MaterialStage.values()));
        return new StaticTemplates()
                .trainingCourseOne(
                        page,
                        new CourseSheet(
                                course,
                                documents.titles(course.documents()),
                                materials.of(id),
                                questions.of(id),
                                course.own(),
                                form));
    }
}
