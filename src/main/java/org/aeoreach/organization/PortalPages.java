package org.aeoreach.organization;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;

/** The public face: what this is, and which customs house is whose. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PortalPages {

    @Inject
    private UnitDirectory directory;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.ANYONE)
    public JteModel start() {
        return new StaticTemplates().organizationPortal(pages.titled("organization.portal.title"));
    }

    @GET
    @Path("units")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JteModel units(@QueryParam("q") @DefaultValue("") String text, @BeanParam Paging paging) {
        var filter = new UnitDirectory.Filter(text.strip(), null, null, false);
        return new StaticTemplates()
                .organizationFindhouse(
                        pages.titled("organization.find.title"),
                        text,
                        directory.list(filter, paging.after(), paging.limit()));
    }
}
