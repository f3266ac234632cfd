package org.aeoreach.enterprise.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;

/** The rules on how long personal data is kept, over REST. */
@Path("/api/v1/personal-data/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RetentionResource {

    @Inject
    private RetentionRules rules;

    @GET
    @Access(value = Access.Who.OFFICERS)
    public List<RetentionRules.Rule> rules() {
        return rules.all();
    }

    /** New months for all kinds. */
    @PUT
    @Access(roles = Role.SYSTEM_ADMINISTRATOR, body = 4096, audited = true)
    public List<RetentionRules.Rule> change(@NotNull @Valid RetentionRules.Change change) {
        return rules.change(change);
    }
}
