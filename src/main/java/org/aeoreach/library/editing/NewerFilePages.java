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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.library.DocumentVersions;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** A document and the newer file it came from, side by side, and what becomes of that. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class NewerFilePages {
    private static final String ONE = "library/{id: [0-9]{1,18}}/newer";

    @Inject
    private Folders folders;

    @Inject
    private NewerFiles files;

    @Inject
    private Drafts drafts;

    @Inject
    private DocumentVersions versions;

    @Inject
    private Comparisons comparisons;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path(ONE)
    @Access(Access.Who.OFFICERS)
    public JteModel compare(@PathParam("id") long id) {
        Folder folder = folders.get(id);
        String code = folder.document().id();
        Comparison comparison =
                comparisons.of(versions.content(code, folder.document().version()), files.content(code));
        return new StaticTemplates().libraryDeskNewer(pages.titled("library.files.newer"), folder, comparison);
    }

    /** Begins a draft with it; with {@code keep} leaves the document as it is. */
    @POST
    @Path(ONE)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 4096,
            audited = true)
    public Response decide(@PathParam("id") long id, Form form) {
        Folder folder = folders.get(id);
        if (form.value("then").equals("keep")) {
            files.keep(folder);
            return forms.done("/desk/library/" + id, "library.done.kept");
        }
        DraftView draft = drafts.openFile(folder.document().id());
        return forms.done("/desk/library/drafts/" + draft.id(), "library.done.opened");
    }
}
