package org.aeoreach.training.conference;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.training.session.Trainings;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** The programme of a conference for officers, and its parts. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/programme")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ProgrammePages {

    private static final String PART = "parts/{part: [0-9]{1,18}}";
    private static final int BODY = 65_536;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Programmes programmes;

    @Inject
    private PlanProgramme plan;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /**
     * What the page shows.
     *
     * @param writable whether the viewer may change it
     * @param holds whether he may stand at the doors of its parts and see who was there
     * @param drafts whether the conference is out and some of its parts are not
     */
    public record Sheet(
            TrainingView conference,
            Programme programme,
            List<Tab> tabs,
            boolean writable,
            boolean holds,
            boolean drafts,
            Form track,
            Form delegates) {}

    static String home(long id) {
        return "/desk/trainings/" + id + "/programme";
    }

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel programme(@PathParam("id") long id) {
        return page(id, Form.of(NewTrack.class), Form.of(NewDelegates.class));
    }

    /** @param track and @param delegates as they failed, or fresh */
    JteModel page(long id, Form track, Form delegates) {
        TrainingView conference = trainings.get(id);
        Programme programme = programmes.planned(conference);
        Page page = page(conference);
        boolean open = conference.status() == TrainingStatus.DRAFT || conference.status() == TrainingStatus.PUBLISHED;
        boolean holds = conference.own()
                && page.viewer() != null
                && page.viewer().role().reachesOut();
        boolean drafts = conference.status() == TrainingStatus.PUBLISHED
                && programme.parts().stream().anyMatch(each -> each.status() == TrainingStatus.DRAFT);
        return new StaticTemplates()
                .trainingConferenceProgramme(
                        page,
                        new Sheet(
                                conference,
                                programme,
                                tabs.of(conference, ProgrammeTab.NAME),
                                open && holds,
                                holds,
                                drafts,
                                track,
                                delegates));
    }

    private Page page(TrainingView conference) {
        return pages.page(pages.titled("session.title").pick(conference.titleZh(), conference.titleEn()));
    }

    @POST
    @Path("publication")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response publish(@PathParam("id") long id) {
        plan.publish(id);
        return forms.done(home(id), "conference.done.published");
    }

    @GET
    @Path("parts/new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel entering(@PathParam("id") long id) {
        TrainingView conference = trainings.own(id);
        return form(
                conference,
                null,
                NewPart.begun(conference.local(conference.startsAt()).toLocalDate()),
                fresh(),
                off());
    }

    @POST
    @Path("parts/new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response enter(@PathParam("id") long id, Form form) {
        TrainingView conference = trainings.own(id);
        return forms.submit(form, NewPart.class)
                .again(failed -> form(conference, null, failed, fresh(), off()))
                .run(wanted -> {
                    plan.add(id, wanted);
                    return forms.done(home(id), "conference.done.part-added");
                });
    }

    @GET
    @Path(PART)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel edit(@PathParam("id") long id, @PathParam("part") long part) {
        return part(id, part, fresh());
    }

    /** @param speaker as it failed, or fresh */
    JteModel part(long id, long part, Form speaker) {
        TrainingView conference = trainings.own(id);
        PartView seen = seen(conference, part);
        return form(conference, seen, NewPart.filled(seen), speaker, off());
    }

    static Form fresh() {
        return Form.of(NewSpeaker.class);
    }

    private static Form off() {
        return Form.of(Trainings.Off.class);
    }

    private PartView seen(TrainingView conference, long part) {
        return programmes.planned(conference).part(part).orElseThrow(Problem::notFound);
    }

    private JteModel form(TrainingView conference, @Nullable PartView part, Form form, Form speaker, Form off) {
        Page page = pages.titled(part == null ? "conference.part-new" : "conference.part-edit");
        Form offered = form.options("part", Option.of(page, "conference.part.", ConferencePart.values()))
                .options(
                        "track",
                        programmes.planned(conference).tracks().stream()
                                .map(each ->
                                        new Option(Long.toString(each.id()), page.pick(each.nameZh(), each.nameEn())))
                                .toList());
        Form versioned = part == null ? off : off.version(part.version());
        return new StaticTemplates()
                .trainingConferencePart(page, conference, part, offered, speaker, versioned.named("off"));
    }

    @POST
    @Path(PART)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response change(@PathParam("id") long id, @PathParam("part") long part, Form form) {
        TrainingView conference = trainings.own(id);
        PartView before = seen(conference, part);
        return forms.submit(form, NewPart.class)
                .again(failed -> form(conference, before, failed, fresh(), off()))
                .current(() -> NewPart.filled(seen(conference, part)))
                .run(wanted -> {
                    plan.change(id, part, form.version(), wanted);
                    return forms.done(home(id), "conference.done.part-changed");
                });
    }

    @POST
    @Path(PART + "/removal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response remove(@PathParam("id") long id, @PathParam("part") long part) {
        plan.remove(id, part);
        return forms.done(home(id), "conference.done.part-removed");
    }

    @POST
    @Path(PART + "/cancellation")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response callOff(@PathParam("id") long id, @PathParam("part") long part, Form form) {
        TrainingView conference = trainings.own(id);
        PartView before = seen(conference, part);
        return forms.submit(form, Trainings.Off.class)
                .again(failed -> form(conference, before, NewPart.filled(before), fresh(), failed))
                .run(off -> {
                    plan.callOff(id, part, form.version(), off);
                    return forms.done(home(id), "conference.done.part-off");
                });
    }
}
