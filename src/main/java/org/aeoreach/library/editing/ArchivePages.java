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
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Asks a second person to archive a document or to take it back. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ArchivePages {
    private static final String ONE = "library/{id: [0-9]{1,18}}/archiving";

    @Inject
    private Folders folders;

    @Inject
    private Drafts drafts;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path(ONE)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE)
    public JteModel ask(@PathParam("id") long id) {
        Folder folder = folders.get(id);
        if (!folder.mayEdit()) {
            throw Problem.forbidden();
        }
        return page(folder, Form.of(Archiving.class));
    }

    private JteModel page(Folder folder, Form form) {
        String title = folder.document().archived() ? "library.desk.unarchive" : "library.desk.archive";
        return new StaticTemplates().libraryDeskArchiving(pages.titled(title), folder, form);
    }

    @POST
    @Path(ONE)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 4096,
            audited = true)
    public Response send(@PathParam("id") long id, Form form) {
        Folder folder = folders.get(id);
        return forms.submit(form, Archiving.class)
                .again(failed -> page(folder, failed))
                .run(wanted -> {
                    DraftView draft = drafts.archive(folder.document().id(), wanted);
                    return forms.done("/desk/library/drafts/" + draft.id(), "library.done.submitted");
                });
    }
}
