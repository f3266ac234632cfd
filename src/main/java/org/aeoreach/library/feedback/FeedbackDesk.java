package org.aeoreach.library.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** What readers said, for those who keep the documents. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class FeedbackDesk {

    @Inject
    private FeedbackList list;

    @Inject
    private Lists lists;

    @GET
    @Path("library/feedback")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("library/feedback/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }
}
