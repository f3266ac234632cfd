package org.aeoreach.training.trainer;

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
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.outreach.task.Owners;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.training.course.Syllabus;
import org.aeoreach.training.course.TrainingCourseView;
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

/** The pool of trainers: who is in it, a new one, one of them. */
@Path("/desk/trainings/trainers")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TrainerPages {

    private static final String HOME = "/desk/trainings/trainers";
    private static final int TEXT = 32_768;

    @Inject
    private Trainers trainers;

    @Inject
    private Syllabus courses;

    @Inject
    private Owners officers;

    @Inject
    private TrainerList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /**
     * What the page shows.
     *
     * @param trainer null for a new one
     * @param taught the courses he can teach
     * @param load null while nothing is known of sessions of his
     */
    public record Shown(
            @Nullable TrainerView trainer,
            List<TrainingCourseView> taught,
            TrainerLoad.@Nullable Load load,
            Form form) {}

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().trainingTrainerList(pages.titled("trainer.list.title"), shown));
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
        return page(null, Form.of(NewTrainer.class).with("languages", TeachingLanguage.ZH));
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewTrainer.class)
                .again(failed -> page(null, failed))
                .run(wanted -> forms.done(HOME + "/" + trainers.add(wanted), "trainer.done.added"));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel one(@PathParam("id") long id) {
        TrainerView trainer = trainers.get(id);
        return page(trainer, filled(trainer));
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewTrainer.class)
                .again(failed -> page(trainers.own(id), failed))
                .current(() -> filled(trainers.own(id)))
                .run(wanted -> {
                    trainers.change(id, form.version(), wanted);
                    return forms.done(HOME + "/" + id, "trainer.done.changed");
                });
    }

    private static Form filled(TrainerView trainer) {
        boolean officer = trainer.accountId() != null;
        return Form.of(NewTrainer.class)
                .with("accountId", trainer.accountId())
                .with("name", officer ? null : trainer.name())
                .with("latinName", officer ? null : trainer.latinName())
                .with("organisation", trainer.organisation())
                .with("qualificationZh", trainer.qualificationZh())
                .with("qualificationEn", trainer.qualificationEn())
                .with("languages", trainer.languages())
                .with("teachesUntil", trainer.teachesUntil())
                .with("courses", trainer.courses())
                .version(trainer.version());
    }

    private JteModel page(@Nullable TrainerView trainer, Form form) {
        Page titled = pages.titled("trainer.list.new");
        Page page = trainer == null ? titled : pages.page(titled.pick(trainer.name(), trainer.latinName()));
        List<TrainingCourseView> taught = trainer == null
                ? List.of()
                : trainer.courses().stream().map(courses::get).toList();
        TrainerLoad.Load load =
                trainer == null ? null : trainers.load(trainer.id()).orElse(null);
        return new StaticTemplates()
                .trainingTrainerOne(page, new Shown(trainer, taught, load, chosen(page, form, taught)));
    }

    /** With what can be chosen; a course he teaches may be retired by now. */
    private Form chosen(Page page, Form form, List<TrainingCourseView> taught) {
        return form.options("accountId", officers.options(page))
                .options("languages", Option.of(page, "training.language.", TeachingLanguage.values()))
                .options(
                        "courses",
                        Stream.concat(courses.open().stream(), taught.stream())
                                .distinct()
                                .map(course -> new Option(
                                        Long.toString(course.id()), page.pick(course.titleZh(), course.titleEn())))
                                .toList());
    }
}
