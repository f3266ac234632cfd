package org.aeoreach.outreach;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;

/** The contacts of the enterprise the signed-in person acts for. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MyContactPages {

    @Inject
    private MyContacts contacts;

    @Inject
    private Pages pages;

    @GET
    @Path("my/contacts")
    @Access(roles = Role.ENTERPRISE_USER)
    public JteModel list(@BeanParam Paging paging) {
        return new StaticTemplates().outreachMycontacts(pages.titled("outreach.my.title"), contacts.list(paging));
    }
}
