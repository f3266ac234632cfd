package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;

/** The enterprise the signed-in person acts for, over REST. */
@Path("/api/v1/my")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyEnterpriseResource {

    @Inject
    private Enterprises enterprises;

    @Inject
    private CurrentViewer viewer;

    /** The enterprise, and what the person may do for it. @param represented whether he acts by delegation */
    public record Mine(EnterpriseView enterprise, Set<Right> rights, boolean represented) {}

    @GET
    @Path("enterprise")
    @Access(roles = Role.ENTERPRISE_USER)
    public Mine enterprise() {
        var acting = viewer.require().enterprise();
        if (acting == null) {
            throw Problem.notFound();
        }
        return new Mine(enterprises.mine(), acting.rights(), acting.represented());
    }
}
