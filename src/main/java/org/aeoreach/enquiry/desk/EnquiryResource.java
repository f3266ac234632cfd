package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Enquiries as officers work on them, over REST. */
@Path("/api/v1/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EnquiryResource {

    @Inject
    private Enquiries enquiries;

    @Inject
    private Thread thread;

    @Inject
    private Hands hands;

    @Inject
    private Notes notes;

    @Inject
    private Drafts drafts;

    @Inject
    private Together together;

    @Inject
    private Split split;

    /** The enquiry split off. */
    public record SplitOff(long id) {}

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(EnquiryView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(enquiries.get(id));
    }

    /** What went between the asker and customs, the oldest first. */
    @GET
    @Path("messages")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<MessageView> messages(@PathParam("id") long id) {
        enquiries.get(id);
        return thread.of(id);
    }

    @POST
    @Path("take")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response take(@PathParam("id") long id) {
        return tagged(hands.take(id));
    }

    @POST
    @Path("release")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response release(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(hands.release(id, Versions.required(ifMatch)));
    }

    @PUT
    @Path("officer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response assign(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Hands.Assignment to) {
        return tagged(hands.assign(id, Versions.required(ifMatch), to));
    }

    @PUT
    @Path("sorting")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response sort(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Hands.Sorting sorting) {
        return tagged(hands.sort(id, Versions.required(ifMatch), sorting));
    }

    /** Those of the caller's unit. */
    @GET
    @Path("notes")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<Notes.NoteView> notes(@PathParam("id") long id) {
        return notes.of(id);
    }

    @POST
    @Path("notes")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public List<Notes.NoteView> note(@PathParam("id") long id, @NotNull @Valid Notes.NewNote note) {
        return notes.add(id, note);
    }

    @PUT
    @Path("draft")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public void keep(@PathParam("id") long id, @NotNull @Valid Drafts.Draft draft) {
        drafts.keep(id, draft);
    }

    /** Enquiries that have to do with it. */
    @GET
    @Path("links")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<Together.Other> links(@PathParam("id") long id) {
        enquiries.get(id);
        return together.of(id);
    }

    @POST
    @Path("links")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response link(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Together.Named other) {
        return tagged(together.link(id, Versions.required(ifMatch), other));
    }

    /** The answer to the other serves this one too. */
    @POST
    @Path("merging")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response merge(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Together.Named into) {
        return tagged(together.merge(id, Versions.required(ifMatch), into));
    }

    @POST
    @Path("parting")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response part(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(together.part(id, Versions.required(ifMatch)));
    }

    @POST
    @Path("splitting")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public SplitOff split(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Split.Part part) {
        return new SplitOff(split.split(id, Versions.required(ifMatch), part));
    }

    private static Response tagged(EnquiryView enquiry) {
        return Response.ok(enquiry).tag(Versions.tag(enquiry.version())).build();
    }
}
