package org.aeoreach.enquiry.ask;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What the library has answered before anybody was asked. */
@Path("/desk/enquiries/spared")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SparedPages {

    @Inject
    private Spared spared;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel year() {
        Page page = pages.titled("ask.spared.title");
        return new StaticTemplates().enquiryAskSpared(page, spared.year(page.language()));
    }
}
