package org.aeoreach.library.searching.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** What is asked and not answered, for those who keep the library of the whole country. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class GapsDesk {

    @Inject
    private GapsList list;

    @Inject
    private Gaps gaps;

    @Inject
    private Lists lists;

    @GET
    @Path("library/gaps")
    @Access(roles = Role.GACC_OFFICER, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("library/gaps/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(roles = Role.GACC_OFFICER, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** Leads to what is found for the words now, where an answer can be chosen. */
    @GET
    @Path("library/gaps/{id: [0-9]{1,18}}")
    @Access(roles = Role.GACC_OFFICER)
    public Response one(@PathParam("id") long id) {
        Gaps.Asked asked = gaps.get(id);
        return Response.seeOther(UriBuilder.fromPath("/desk/library/pins")
                        .queryParam("q", "{q}")
                        .build(asked.words()))
                .build();
    }
}
