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
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/**
 * One document at the desk: its versions, the newer file it came from, and what its keepers do with it. Everybody of
 * customs looks at it, who keeps it asks for changes, and the General Administration says who keeps it.
 */
@Path("/desk/library/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class FolderPages {

    @Inject
    private Folders folders;

    @Inject
    private Drafts drafts;

    @Inject
    private NewerFiles files;

    @Inject
    private Keepers keepers;

    @Inject
    private DocumentVersions versions;

    @Inject
    private Comparisons comparisons;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel document(@PathParam("id") long id) {
        Folder folder = folders.get(id);
        String title =
                folder.document().text(RequestContext.current().language()).title();
        return new StaticTemplates().libraryDeskFolder(pages.page(title), folder);
    }

    /** What an older version said, against what is published now. */
    @GET
    @Path("versions/{version: [0-9]{1,9}}")
    @Access(Access.Who.OFFICERS)
    public JteModel version(@PathParam("id") long id, @PathParam("version") int version) {
        Folder folder = folders.get(id);
        String code = folder.document().id();
        Comparison comparison = comparisons.of(
                versions.content(code, version),
                versions.content(code, folder.document().version()));
        return new StaticTemplates()
                .libraryDeskVersion(pages.titled("library.desk.compare", version), folder, version, comparison);
    }

    /** @param form with {@code from}, a version to begin with, or without for the present one */
    @POST
    @Path("draft")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 4096,
            audited = true)
    public Response open(@PathParam("id") long id, Form form) {
        String from = form.value("from");
        int version = from.matches("[0-9]{1,9}") ? Integer.parseInt(from) : 0;
        return opened(drafts.open(folders.get(id).document().id(), version));
    }

    private Response opened(DraftView draft) {
        return forms.done("/desk/library/drafts/" + draft.id(), "library.done.opened");
    }

    @GET
    @Path("newer")
    @Access(Access.Who.OFFICERS)
    public JteModel newer(@PathParam("id") long id) {
        Folder folder = folders.get(id);
        String code = folder.document().id();
        Comparison comparison =
                comparisons.of(versions.content(code, folder.document().version()), files.content(code));
        return new StaticTemplates().libraryDeskNewer(pages.titled("library.files.newer"), folder, comparison);
    }

    /** Begins a draft with the newer file; with {@code then=keep} leaves the document as it is. */
    @POST
    @Path("newer")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 4096,
            audited = true)
    public Response decide(@PathParam("id") long id, Form form) {
        Folder folder = folders.get(id);
        if (!form.value("then").equals("keep")) {
            return opened(drafts.openFile(folder.document().id()));
        }
        files.keep(folder);
        return forms.done("/desk/library/" + id, "library.done.kept");
    }

    @GET
    @Path("archiving")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE)
    public JteModel archiving(@PathParam("id") long id) {
        Folder folder = folders.get(id);
        if (!folder.mayEdit()) {
            throw Problem.forbidden();
        }
        boolean archived = folder.document().archived();
        return archiving(folder, Form.of(Archiving.class).with("archive", !archived));
    }

    /** What is asked for stays what it was, also when somebody else did it meanwhile. */
    private JteModel archiving(Folder folder, Form form) {
        String title = form.value("archive").equals("false") ? "library.desk.unarchive" : "library.desk.archive";
        return new StaticTemplates().libraryDeskArchiving(pages.titled(title), folder, form);
    }

    @POST
    @Path("archiving")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 8192,
            audited = true)
    public Response archive(@PathParam("id") long id, Form form) {
        String code = folders.get(id).document().id();
        return forms.submit(form, Archiving.class)
                .again(failed -> archiving(folders.get(id), failed))
                .run(wanted -> {
                    DraftView draft = drafts.archive(code, wanted);
                    return forms.done("/desk/library/drafts/" + draft.id(), "library.done.submitted");
                });
    }

    @GET
    @Path("keeper")
    @Access(roles = Role.GACC_OFFICER, reach = Access.Reach.WRITE_SUBTREE)
    public JteModel keeper(@PathParam("id") long id) {
        Folder folder = folders.get(id);
        return keeper(folder, keeping(folder));
    }

    private static Form keeping(Folder folder) {
        return Form.of(Keeping.class).version(folder.document().version());
    }

    private JteModel keeper(Folder folder, Form form) {
        var page = pages.titled("library.desk.keeper");
        return new StaticTemplates()
                .libraryDeskKeeper(page, folder, form.options("unit", keepers.others(folder, page.language())));
    }

    @POST
    @Path("keeper")
    @Access(roles = Role.GACC_OFFICER, reach = Access.Reach.WRITE_SUBTREE, body = 4096, audited = true)
    public Response keep(@PathParam("id") long id, Form form) {
        return forms.submit(form, Keeping.class)
                .again(failed -> keeper(folders.get(id), failed))
                .current(() -> keeping(folders.get(id)))
                .run(wanted -> {
                    keepers.change(folders.get(id), Math.toIntExact(form.version()), wanted);
                    return forms.done("/desk/library/" + id, "library.done.keeper");
                });
    }
}
