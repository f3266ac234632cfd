package org.aeoreach.enterprise.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The journey of enterprises over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JourneyResource {

    @Inject
    private Journeys journeys;

    @Inject
    private Facts facts;

    @Inject
    private TakeStep steps;

    @Inject
    private StepFiles files;

    @Inject
    private Uploads uploads;

    @GET
    @Path("{id: [0-9]{1,18}}/journey")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<JourneyEntry> list(@PathParam("id") long id) {
        facts.standing(id);
        return journeys.of(id);
    }

    /** The next step; refused with those that may follow when it may not. */
    @POST
    @Path("{id: [0-9]{1,18}}/journey")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response take(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TakeStep.Step step) {
        return tagged(steps.take(id, Versions.required(ifMatch), step, List.of()));
    }

    /** The last step was recorded by mistake. */
    @POST
    @Path("journey/{id: [0-9]{1,18}}/retraction")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response retract(
            @PathParam("id") long entry,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TakeStep.Retraction retraction) {
        return tagged(steps.retract(entry, Versions.required(ifMatch), retraction));
    }

    /**
     * Adds a file to a step, at most 10 MiB: PDF, PNG, JPEG, XLSX or DOCX, known by its content.
     *
     * @param name under which it is kept
     */
    @POST
    @Path("journey/{id: [0-9]{1,18}}/files")
    @Consumes({
        "application/pdf",
        "image/png",
        "image/jpeg",
        ExportFile.XLSX,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 11 << 20, audited = true)
    @APIResponseSchema(value = JourneyEntry.class, responseCode = "201")
    public Response attach(
            @PathParam("id") long entry, @QueryParam("name") @DefaultValue("file") String name, InputStream content)
            throws IOException {
        String journey = "/api/v1/enterprises/" + journeys.enterpriseOf(entry) + "/journey";
        try (Received file = uploads.content(content, name, JourneyPages.USE)) {
            return Response.created(URI.create(journey))
                    .entity(files.attach(entry, file))
                    .build();
        }
    }

    private static Response tagged(FactsView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
