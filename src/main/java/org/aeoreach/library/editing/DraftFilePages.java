package org.aeoreach.library.editing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.aeoreach.library.attachment.Attachment;
import org.aeoreach.library.attachment.WordsOf;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.upload.FileAnswer;
import org.aeoreach.web.upload.FileStore;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;

/** Files of a draft: added, taken away, looked at before they are approved. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class DraftFilePages {

    /** What a document may have with it. */
    public static final FileUse USE = new FileUse(
            "library", List.of(FileType.PDF, FileType.DOCX, FileType.XLSX, FileType.PNG, FileType.JPEG), 20 << 20);

    private static final String FILES = "library/drafts/{id: [0-9]{1,18}}/files";

    /** What comes with the file. */
    public record Adding() {}

    @Inject
    private DraftFiles files;

    @Inject
    private DraftReader reader;

    @Inject
    private Uploads uploads;

    @Inject
    private FileStore store;

    @Inject
    private WordsOf words;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path(FILES)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE)
    public JteModel list(@PathParam("id") long id) {
        DraftView draft = reader.get(id);
        return page(draft, Form.of(Adding.class).version(draft.version()));
    }

    private JteModel page(DraftView draft, Form form) {
        return new StaticTemplates()
                .libraryDeskAttachments(pages.titled("library.attachment.title"), draft, form.requiring("file"));
    }

    @POST
    @Path(FILES)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 22 << 20,
            audited = true)
    public Response add(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        Form form = Form.ofParts(parts);
        return forms.submit(form, Adding.class)
                .again(failed -> page(reader.get(id), failed))
                .run(adding -> {
                    add(new DraftFiles.Target(id, form.version()), parts);
                    return forms.done("/desk/library/drafts/" + id + "/files", "library.done.file-added");
                });
    }

    private void add(DraftFiles.Target target, List<EntityPart> parts) {
        reader.get(target.draft());
        try (Received file = uploads.part(parts, "file", USE)
                .orElseThrow(() -> Problem.invalid("file", "library.invalid.no-file"))) {
            files.add(target, file, words.read(file.path(), file.type()));
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    @POST
    @Path(FILES + "/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response remove(@PathParam("id") long id, Form form) {
        files.remove(new DraftFiles.Target(id, form.version()), form.value("sha256"));
        return forms.done("/desk/library/drafts/" + id + "/files", "library.done.file-removed");
    }

    @GET
    @Path(FILES + "/{digest: [0-9a-f]{64}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Response file(@PathParam("id") long id, @PathParam("digest") String sha256) {
        Attachment file = reader.get(id).file(sha256);
        return FileAnswer.of(store.path(sha256), file.name(), file.mediaType());
    }
}
