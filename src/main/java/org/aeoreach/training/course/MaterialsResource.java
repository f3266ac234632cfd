package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Materials of a course over REST. */
@Path("/api/v1/training-courses/{id: [0-9]{1,18}}/materials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MaterialsResource {

    @Inject
    private Materials materials;

    @Inject
    private Syllabus courses;

    @Inject
    private Uploads uploads;

    /** The files are at {@code /files/{fileId}}. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<MaterialView> materials(@PathParam("id") long id) {
        return materials.of(id);
    }

    /**
     * Adds a file, at most 20 MiB: PDF, PNG, JPEG, XLSX or DOCX, known by its content.
     *
     * @param name under which it is kept
     * @param stage whether those who come have it before or after
     * @param title what it is called in Chinese; its name when there is none
     */
    @POST
    @Consumes({
        "application/pdf",
        "image/png",
        "image/jpeg",
        ExportFile.XLSX,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = Materials.LARGEST, audited = true)
    @APIResponseSchema(value = MaterialView.class, responseCode = "201")
    public Response add(
            @PathParam("id") long id,
            @QueryParam("name") @DefaultValue("file") String name,
            @QueryParam("stage") @DefaultValue("BEFORE") String stage,
            @QueryParam("title") @Nullable @Size(min = 1, max = 200) String title,
            @QueryParam("titleEn") @Nullable @Size(min = 1, max = 300) String titleEn,
            InputStream content)
            throws IOException {
        courses.own(id);
        NewMaterial wanted = new NewMaterial(stage(stage), title == null ? name : title, titleEn);
        try (Received file = uploads.content(content, name, Materials.USE)) {
            long made = materials.add(id, wanted, file);
            MaterialView view = materials.of(id).stream()
                    .filter(each -> each.id() == made)
                    .findFirst()
                    .orElseThrow();
            return Response.created(URI.create(SyllabusResource.PATH + id + "/materials"))
                    .entity(view)
                    .build();
        }
    }

    private static MaterialStage stage(String stage) {
        try {
            return MaterialStage.valueOf(stage);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("stage", "web.invalid.choice");
        }
    }

    @DELETE
    @Path("{material: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void remove(@PathParam("id") long id, @PathParam("material") long material) {
        materials.remove(id, material);
    }
}
