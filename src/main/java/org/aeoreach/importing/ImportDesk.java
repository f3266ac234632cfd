package org.aeoreach.importing;

import gg.jte.models.runtime.JteModel;
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
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/**
 * The pages of imports of one kind, in steps: file, columns, preview, report; and the undoing. A kind adds its path, how
 * large a file may be, its list, and what undoing leaves; and it says the media types again, since the server asks the
 * class with the path for them.
 */
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public abstract class ImportDesk {

    /** What a form takes up beside the file in it, in bytes. */
    protected static final int FORM = 1 << 20;

    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private ImportScreens screens;

    @Inject
    private RejectedFile rejected;

    @Inject
    private Lists lists;

    /** What is imported. */
    protected abstract ImportKind kind();

    /** The imports there are. */
    protected abstract Listing imports();

    /** The first of what undoing an import left as it is; none before it was undone. */
    protected abstract List<KeptLine> kept(long id, int limit);

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return screens.list(kind(), imports(), address);
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(imports(), address);
    }

    @GET
    @Path("new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel file() {
        return screens.file(kind());
    }

    /** Takes a file in, and asks what its columns hold. */
    protected Response received(List<EntityPart> parts) throws IOException {
        return screens.receive(kind(), parts);
    }

    @GET
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel columns(@PathParam("id") long id) {
        return screens.columns(kind(), id);
    }

    @POST
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 1 << 16, audited = true)
    public Response chooseColumns(@PathParam("id") long id, Form form) {
        return screens.chooseColumns(kind(), id, form);
    }

    @POST
    @Path(ONE + "/sheet")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response chooseSheet(@PathParam("id") long id, Form form) {
        return screens.chooseSheet(kind(), id, form);
    }

    @GET
    @Path(ONE + "/preview")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel preview(@PathParam("id") long id) {
        return screens.preview(kind(), id);
    }

    @POST
    @Path(ONE + "/start")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response start(@PathParam("id") long id, Form form) {
        return screens.start(kind(), id, form);
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @BeanParam Paging paging) {
        return screens.one(kind(), id, paging, kept(id, ImportScreens.SHOWN));
    }

    @GET
    @Path(ONE + "/rejected")
    @Produces(ExportFile.CSV)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    public Response rejected(@PathParam("id") long id) {
        return rejected.of(kind(), id);
    }

    @GET
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel confirmUndo(@PathParam("id") long id) {
        return screens.confirmUndo(kind(), id);
    }

    @POST
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response undo(@PathParam("id") long id, Form form) {
        return screens.undo(kind(), id, form);
    }
}
