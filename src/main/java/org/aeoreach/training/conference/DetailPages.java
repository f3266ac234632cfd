package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Tracks, types of delegates and speakers of a conference: added, taken away. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/programme")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class DetailPages {

    private static final String SPEAKERS = "parts/{part: [0-9]{1,18}}/speakers";
    private static final int BODY = 16_384;

    @Inject
    private PlanDetails plan;

    @Inject
    private ProgrammePages pages;

    @Inject
    private Forms forms;

    @POST
    @Path("tracks")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response addTrack(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewTrack.class)
                .again(failed -> pages.page(id, failed, Form.of(NewDelegates.class)))
                .run(wanted -> {
                    plan.addTrack(id, wanted);
                    return done(id, "conference.done.track-added");
                });
    }

    @POST
    @Path("tracks/{track: [0-9]{1,18}}/removal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response removeTrack(@PathParam("id") long id, @PathParam("track") long track) {
        plan.removeTrack(id, track);
        return done(id, "conference.done.track-removed");
    }

    @POST
    @Path("types")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response putType(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewDelegates.class)
                .again(failed -> pages.page(id, Form.of(NewTrack.class), failed))
                .run(wanted -> {
                    plan.putType(id, wanted);
                    return done(id, "conference.done.type-put");
                });
    }

    @POST
    @Path("types/{type: [0-9]{1,18}}/removal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response removeType(@PathParam("id") long id, @PathParam("type") long type) {
        plan.removeType(id, type);
        return done(id, "conference.done.type-removed");
    }

    @POST
    @Path(SPEAKERS)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response addSpeaker(@PathParam("id") long id, @PathParam("part") long part, Form form) {
        return forms.submit(form, NewSpeaker.class)
                .again(failed -> pages.part(id, part, failed))
                .run(wanted -> {
                    plan.addSpeaker(id, part, wanted);
                    return forms.done(home(id, part), "conference.done.speaker-added");
                });
    }

    @POST
    @Path(SPEAKERS + "/{speaker: [0-9]{1,18}}/removal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response removeSpeaker(
            @PathParam("id") long id, @PathParam("part") long part, @PathParam("speaker") long speaker) {
        plan.removeSpeaker(id, part, speaker);
        return forms.done(home(id, part), "conference.done.speaker-removed");
    }

    private static String home(long id, long part) {
        return ProgrammePages.home(id) + "/parts/" + part;
    }

    private Response done(long id, String key) {
        return forms.done(ProgrammePages.home(id), key);
    }
}
