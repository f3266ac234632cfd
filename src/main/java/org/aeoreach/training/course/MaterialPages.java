package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;

/** Materials of a course: added, taken away. */
@Path("/desk/trainings/courses/{id: [0-9]{1,18}}/materials")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MaterialPages {

    private static final int FORM = Materials.LARGEST + (1 << 20);

    @Inject
    private Materials materials;

    @Inject
    private Syllabus courses;

    @Inject
    private CourseSheets sheets;

    @Inject
    private Uploads uploads;

    @Inject
    private Forms forms;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = FORM, audited = true)
    public Response add(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        return forms.submit(Form.ofParts(parts), NewMaterial.class)
                .again(failed -> sheets.page(id, failed))
                .run(wanted -> {
                    added(id, wanted, parts);
                    return forms.done(SyllabusPages.HOME + "/" + id, "syllabus.done.material-added");
                });
    }

    private void added(long id, NewMaterial wanted, List<EntityPart> parts) {
        courses.own(id);
        try (Received file = uploads.part(parts, "file", Materials.USE)
                .orElseThrow(() -> Problem.invalid("file", "component.upload.none"))) {
            materials.add(id, wanted, file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    @POST
    @Path("{material: [0-9]{1,18}}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response remove(@PathParam("id") long id, @PathParam("material") long material) {
        materials.remove(id, material);
        return forms.done(SyllabusPages.HOME + "/" + id, "syllabus.done.material-removed");
    }
}
