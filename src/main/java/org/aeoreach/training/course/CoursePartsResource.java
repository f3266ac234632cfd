package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Materials and questions of courses over REST. */
@Path("/api/v1/training-courses/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CoursePartsResource {

    private static final int TEXT = 65_536;

    @Inject
    private Materials materials;

    @Inject
    private CheckQuestions questions;

    @Inject
    private Syllabus courses;

    @Inject
    private Uploads uploads;

    /** The files are at {@code /files/{fileId}}. */
    @GET
    @Path("materials")
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
    @Path("materials")
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
    @Path("materials/{material: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void remove(@PathParam("id") long id, @PathParam("material") long material) {
        materials.remove(id, material);
    }

    /** Those asked now, with their right answers. */
    @GET
    @Path("questions")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<CheckQuestionView> questions(@PathParam("id") long id) {
        return questions.of(id);
    }

    /** An edition, asked now or not. */
    @GET
    @Path("questions/{question: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public CheckQuestionView question(@PathParam("id") long id, @PathParam("question") long question) {
        return questions.get(id, question);
    }

    @POST
    @Path("questions")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(value = CheckQuestionView.class, responseCode = "201")
    public Response ask(@PathParam("id") long id, @NotNull @Valid NewQuestion wanted) {
        CheckQuestionView made = questions.add(id, wanted);
        return Response.created(URI.create(SyllabusResource.PATH + id + "/questions/" + made.id()))
                .entity(made)
                .build();
    }

    /** Another wording: the next edition, with a number of its own, of a question named by its present edition. */
    @PUT
    @Path("questions/{question: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public CheckQuestionView change(
            @PathParam("id") long id, @PathParam("question") long question, @NotNull @Valid NewQuestion wanted) {
        return questions.change(id, question, wanted);
    }

    /** It is asked no more. */
    @DELETE
    @Path("questions/{question: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void end(@PathParam("id") long id, @PathParam("question") long question) {
        questions.end(id, question);
    }
}
