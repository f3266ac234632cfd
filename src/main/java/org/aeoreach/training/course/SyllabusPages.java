package org.aeoreach.training.course;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.aeoreach.library.editing.DocumentChoices;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Courses: which there are, one of them, what is written of it, and whether sessions may be planned of it. */
@Path("/desk/trainings/courses")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SyllabusPages {

    static final String HOME = "/desk/trainings/courses";
    private static final int TEXT = 65_536;

    @Inject
    private Syllabus courses;

    @Inject
    private CourseSheets sheets;

    @Inject
    private SyllabusList list;

    @Inject
    private DocumentChoices documents;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What the form shows. @param course null for a new one @param titles of the documents it names, by their codes */
    public record Written(@Nullable TrainingCourseView course, Form form, Map<String, String> titles) {}

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().trainingCourseList(pages.titled("syllabus.courses.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel entering() {
        return page(null, Form.of(NewCourse.class).with("languages", TeachingLanguage.ZH));
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewCourse.class)
                .again(failed -> page(null, failed))
                .run(wanted -> forms.done(HOME + "/" + courses.add(wanted), "syllabus.done.added"));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        return sheets.page(id);
    }

    @GET
    @Path("{id: [0-9]{1,18}}/text")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel writing(@PathParam("id") long id) {
        TrainingCourseView course = courses.own(id);
        return page(course, filled(course));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/text")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response write(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewCourse.class)
                .again(failed -> page(courses.own(id), failed))
                .current(() -> filled(courses.own(id)))
                .run(wanted -> {
                    courses.change(id, form.version(), wanted);
                    return forms.done(HOME + "/" + id, "syllabus.done.changed");
                });
    }

    @POST
    @Path("{id: [0-9]{1,18}}/opening")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response open(@PathParam("id") long id, Form form) {
        courses.open(id, form.version());
        return forms.done(HOME + "/" + id, "syllabus.done.opened");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/retirement")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response retire(@PathParam("id") long id, Form form) {
        courses.retire(id, form.version());
        return forms.done(HOME + "/" + id, "syllabus.done.retired");
    }

    private static Form filled(TrainingCourseView course) {
        return Form.of(NewCourse.class)
                .with("code", course.code())
                .with("titleZh", course.titleZh())
                .with("titleEn", course.titleEn())
                .with("audience", course.audience())
                .with("minutes", course.minutes())
                .with("languages", course.languages())
                .with("summaryZh", course.summaryZh())
                .with("summaryEn", course.summaryEn())
                .with("documents", String.join("\n", course.documents()))
                .version(course.version());
    }

    private JteModel page(@Nullable TrainingCourseView course, Form form) {
        Page page = pages.titled(course == null ? "syllabus.courses.new" : "syllabus.course.change");
        Form shown = form.options("audience", Option.of(page, "training.audience.", TrainingAudience.values()))
                .options("languages", Option.of(page, "training.language.", TeachingLanguage.values()));
        return new StaticTemplates()
                .trainingCourseForm(
                        page, new Written(course, shown, documents.titles(Writing.codes(form.value("documents")))));
    }
}
