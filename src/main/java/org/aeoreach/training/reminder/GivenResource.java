package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;

/** Materials for programs of enterprises. */
@Path("/api/v1/portal/training-registrations/{registration: [0-9]{1,18}}/materials")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class GivenResource {

    @Inject
    private Registrations registrations;

    @Inject
    private GivenMaterials materials;

    /** The files are at {@code /portal/my/trainings/{registration}/materials/{file}}. */
    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public List<GivenMaterial> materials(@PathParam("registration") long id) {
        return materials.of(AttendeeKey.of(registrations.ours(id)));
    }
}
