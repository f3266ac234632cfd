package org.aeoreach.training.knowledge;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.course.Syllabus;
import org.aeoreach.training.course.TrainingCourseView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What the check showed over all sessions of a course. */
@Path("/desk/trainings/courses/{id: [0-9]{1,18}}/check")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CourseCheckPages {

    @Inject
    private CheckResults results;

    @Inject
    private Syllabus courses;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel course(@PathParam("id") long id) {
        TrainingCourseView course = courses.get(id);
        Page plain = pages.titled("knowledge.title");
        Page page = pages.page(plain.pick(course.titleZh(), course.titleEn()));
        return new StaticTemplates().trainingKnowledgeCourse(page, course, results.ofCourse(id));
    }
}
