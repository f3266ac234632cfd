package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** The contacts of the enterprise the person acts for, over REST. */
@Path("/api/v1/my")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyContactsResource {

    @Inject
    private MyContacts contacts;

    @GET
    @Path("contacts")
    @Access(roles = Role.ENTERPRISE_USER)
    public Slice<MyContacts.Told> list(@BeanParam Paging paging) {
        return contacts.list(paging);
    }
}
