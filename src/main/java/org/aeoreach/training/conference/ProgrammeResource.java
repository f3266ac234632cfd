package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.Trainings;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Programmes of conferences over REST, to plan; what is changed answers with the whole programme. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/programme")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProgrammeResource {

    private static final String PART = "parts/{part: [0-9]{1,18}}";
    private static final int BODY = 65_536;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Programmes programmes;

    @Inject
    private PlanProgramme plan;

    @Inject
    private PlanDetails details;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Programme programme(@PathParam("id") long id) {
        return programmes.planned(trainings.get(id));
    }

    /** Adds a part as a draft. */
    @POST
    @Path("parts")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(value = PartView.class, responseCode = "201")
    public Response add(@PathParam("id") long id, @NotNull @Valid NewPart wanted) {
        PartView made = plan.add(id, wanted);
        return Versions.created("/api/v1/trainings/" + made.id(), made, made.version());
    }

    @PUT
    @Path(PART)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(PartView.class)
    public Response change(
            @PathParam("id") long id,
            @PathParam("part") long part,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewPart wanted) {
        PartView now = plan.change(id, part, Versions.required(ifMatch), wanted);
        return Response.ok(now).tag(Versions.tag(now.version())).build();
    }

    @DELETE
    @Path(PART)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void remove(@PathParam("id") long id, @PathParam("part") long part) {
        plan.remove(id, part);
    }

    /** Calls off a part that is out. */
    @POST
    @Path(PART + "/cancellation")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(PartView.class)
    public Response callOff(
            @PathParam("id") long id,
            @PathParam("part") long part,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Trainings.Off off) {
        PartView now = plan.callOff(id, part, Versions.required(ifMatch), off);
        return Response.ok(now).tag(Versions.tag(now.version())).build();
    }

    /** Publishes the parts of a conference that is out. */
    @POST
    @Path("publication")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public Programme publish(@PathParam("id") long id) {
        plan.publish(id);
        return programme(id);
    }

    @POST
    @Path("tracks")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Programme addTrack(@PathParam("id") long id, @NotNull @Valid NewTrack wanted) {
        details.addTrack(id, wanted);
        return programme(id);
    }

    @DELETE
    @Path("tracks/{track: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void removeTrack(@PathParam("id") long id, @PathParam("track") long track) {
        details.removeTrack(id, track);
    }

    @POST
    @Path(PART + "/speakers")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Programme addSpeaker(
            @PathParam("id") long id, @PathParam("part") long part, @NotNull @Valid NewSpeaker wanted) {
        details.addSpeaker(id, part, wanted);
        return programme(id);
    }

    @DELETE
    @Path(PART + "/speakers/{speaker: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void removeSpeaker(
            @PathParam("id") long id, @PathParam("part") long part, @PathParam("speaker") long speaker) {
        details.removeSpeaker(id, part, speaker);
    }

    /** Sets a type of delegates by its Chinese name. */
    @POST
    @Path("types")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Programme putType(@PathParam("id") long id, @NotNull @Valid NewDelegates wanted) {
        details.putType(id, wanted);
        return programme(id);
    }

    @DELETE
    @Path("types/{type: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void removeType(@PathParam("id") long id, @PathParam("type") long type) {
        details.removeType(id, type);
    }
}
