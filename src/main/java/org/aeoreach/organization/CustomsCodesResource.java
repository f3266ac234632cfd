package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** Which unit stands behind a four-digit customs code. */
@Path("/api/v1/customs-codes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CustomsCodesResource {

    @Inject
    private UnitDirectory directory;

    @GET
    @Path("{code: [0-9]{4}}/unit")
    @Access(value = Access.Who.SIGNED_IN, limit = Limit.SEARCH)
    public UnitView unit(@PathParam("code") String code) {
        return directory.ofCode(code);
    }
}
