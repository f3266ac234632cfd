package org.aeoreach.outreach.importing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.aeoreach.importing.ImportScreens;
import org.aeoreach.importing.RejectedFile;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** The import of past contacts in steps: file, columns, preview, report; and its undoing. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ContactImportPages {

    private static final String ONE = "touchpoints/imports/{id: [0-9]{1,18}}";

    @Inject
    private ContactImports kind;

    @Inject
    private ImportScreens screens;

    @Inject
    private KeptContacts kept;

    @Inject
    private RejectedFile rejected;

    @Inject
    private ContactImportList list;

    @Inject
    private Lists lists;

    @GET
    @Path("touchpoints/imports")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return screens.list(kind, list, address);
    }

    @GET
    @Path("touchpoints/imports/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("touchpoints/imports/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel file() {
        return screens.file(kind);
    }

    @POST
    @Path("touchpoints/imports/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(
            value = Access.Who.WORKING_OFFICERS,
            limit = Limit.EXPORT,
            body = ContactImports.LARGEST + (1 << 20),
            audited = true)
    public Response receive(List<EntityPart> parts) throws IOException {
        return screens.receive(kind, parts);
    }

    @GET
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel columns(@PathParam("id") long id) {
        return screens.columns(kind, id);
    }

    @POST
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 1 << 16, audited = true)
    public Response chooseColumns(@PathParam("id") long id, Form form) {
        return screens.chooseColumns(kind, id, form);
    }

    @POST
    @Path(ONE + "/sheet")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response chooseSheet(@PathParam("id") long id, Form form) {
        return screens.chooseSheet(kind, id, form);
    }

    @GET
    @Path(ONE + "/preview")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel preview(@PathParam("id") long id) {
        return screens.preview(kind, id);
    }

    @POST
    @Path(ONE + "/start")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response start(@PathParam("id") long id, Form form) {
        return screens.start(kind, id, form);
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @BeanParam Paging paging) {
        return screens.one(kind, id, paging, kept.first(id));
    }

    @GET
    @Path(ONE + "/rejected")
    @Produces(ExportFile.CSV)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    public Response rejected(@PathParam("id") long id) {
        return rejected.of(kind, id);
    }

    @GET
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel confirmUndo(@PathParam("id") long id) {
        return screens.confirmUndo(kind, id);
    }

    @POST
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response undo(@PathParam("id") long id, Form form) {
        return screens.undo(kind, id, form);
    }
}
