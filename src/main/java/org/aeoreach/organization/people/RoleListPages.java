package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Who holds which role where, as a list. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class RoleListPages {

    @Inject
    private RoleList list;

    @Inject
    private HeldRoles roles;

    @Inject
    private Lists lists;

    @GET
    @Path("roles")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response roles(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("roles/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** A role is shown among the others of its person, or, where he may not be seen, among those of its unit. */
    @GET
    @Path("roles/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Response role(@PathParam("id") long id) {
        Held held = roles.get(id);
        String place = held.personZh() == null
                ? "/desk/units/" + held.unitId() + "/people"
                : "/desk/people/" + held.personId();
        return Response.status(303).location(URI.create(place)).build();
    }
}
