package org.aeoreach.enquiry.target;

import static org.aeoreach.scope.Role.GACC_OFFICER;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;

/** What an administration sets for its enquiries, over REST. Whoever sets something gets all of its kind back. */
@Path("/api/v1/enquiry-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TargetsResource {

    @Inject
    private Targets targets;

    @GET
    @Path("targets")
    @Access(Access.Who.OFFICERS)
    public List<TargetView> targets() {
        return targets.targets();
    }

    @POST
    @Path("targets")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public List<TargetView> set(@NotNull @Valid NewTarget target) {
        targets.set(target);
        return targets.targets();
    }

    @GET
    @Path("authorities")
    @Access(Access.Who.OFFICERS)
    public List<AuthorityView> authorities() {
        return targets.authorities();
    }

    @POST
    @Path("authorities")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public List<AuthorityView> setAuthority(@NotNull @Valid NewAuthority authority) {
        targets.set(authority);
        return targets.authorities();
    }

    @GET
    @Path("status-names")
    @Access(Access.Who.OFFICERS)
    public List<StatusName> names() {
        return targets.names();
    }

    @PUT
    @Path("status-names")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public List<StatusName> name(@NotNull @Valid NamedStatus name) {
        targets.name(name);
        return targets.names();
    }
}
