package org.aeoreach.library.editing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** The library at the desk: what there is, and the beginning of a draft. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class EditingPages {
    private static final int MOST_PICKED = 20;
    private static final int LONGEST_PICK = 100;

    @Inject
    private DocumentList list;

    @Inject
    private Drafts drafts;

    @Inject
    private DocumentChoices choices;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("library")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response documents(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        Page page = pages.titled("library.desk.title");
        return lists.answer(shown, new StaticTemplates().libraryDeskList(page, shown));
    }

    @GET
    @Path("library/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** What a field offers in which documents are named, while somebody types: a part of a page. */
    @GET
    @Path("library/pick")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            limit = Limit.PICK)
    public JteModel pick(@QueryParam("q") @DefaultValue("") String text) {
        String wanted = text.strip();
        List<DocumentChoices.Choice> found =
                wanted.isEmpty() || wanted.length() > LONGEST_PICK ? List.of() : choices.search(wanted, MOST_PICKED);
        return new StaticTemplates().libraryDeskPick(pages.titled("library.desk.title"), found);
    }

    @GET
    @Path("library/new")
    @Access(roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER})
    public JteModel beginning() {
        return beginning(Form.of(Beginning.class));
    }

    private JteModel beginning(Form form) {
        Page page = pages.titled("library.desk.new");
        return new StaticTemplates()
                .libraryDeskNew(
                        page,
                        form.options(
                                "kind",
                                Option.of(page, "library.kinds.", drafts.kinds().toArray(DocumentKind[]::new))));
    }

    @POST
    @Path("library/new")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            body = 8192,
            audited = true)
    public Response begin(Form form) {
        return forms.submit(form, Beginning.class)
                .again(this::beginning)
                .run(beginning -> forms.done(
                        "/desk/library/drafts/" + drafts.begin(beginning).id(), "library.done.begun"));
    }
}
