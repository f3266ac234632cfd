package org.aeoreach.enterprise.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Who looked at which enterprise, for those who audit. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class RecordViewPages {

    @Inject
    private RecordViewList list;

    @Inject
    private Lists lists;

    @GET
    @Path("record-views")
    @Access(roles = Role.AUDITOR, limit = Limit.SEARCH)
    public Response views(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("record-views/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(roles = Role.AUDITOR, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }
}
