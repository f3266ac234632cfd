package org.aeoreach.organization.importing;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aeoreach.job.JobPages;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;
import org.jspecify.annotations.Nullable;

/** The import of customs houses from a page: a file chosen, or its text pasted. */
@Path("/desk/units/import")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class HouseImportPages {

    /** A file as it should be; the houses in it are fictitious. */
    public static final String EXAMPLE = """
            code,name_zh,name_en,opened_on,source
            5398,演示海关,Demonstration Customs,2026-01-01,"海关总署公告（示例）"
            5399,示例海关,,,"海关总署公告（示例）"
            """;

    /** Larger than the file may be, so that one that is not much too large is told so at its field. */
    private static final int FORM = 4 * HouseFile.LARGEST;

    /** What the form brings beside the file. */
    record Pasted(@Nullable String text) {}

    @Inject
    private ImportHouses houses;

    @Inject
    private Uploads uploads;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR})
    public JteModel form() {
        return page(Form.of(Pasted.class));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = FORM,
            audited = true)
    public Response start(List<EntityPart> parts) throws IOException {
        return forms.submit(Form.ofParts(parts), Pasted.class).again(this::page).run(pasted -> start(parts, pasted));
    }

    private Response start(List<EntityPart> parts, Pasted pasted) {
        try (Received file = received(parts, pasted)) {
            return JobPages.shown(houses.start(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    private Received received(List<EntityPart> parts, Pasted pasted) throws IOException {
        var file = uploads.part(parts, "file", HouseFile.USE);
        byte[] text = (pasted.text() == null ? "" : pasted.text()).getBytes(StandardCharsets.UTF_8);
        return file.isPresent() ? file.get() : uploads.content(text, "pasted.csv", HouseFile.USE);
    }

    private JteModel page(Form form) {
        return new StaticTemplates().organizationHouseimport(pages.titled("organization.import.title"), form);
    }
}
