package org.aeoreach.enterprise.lookup;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;

/** The search page of officers: what the field at the top of every page leads to. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SearchPages {

    static final int LONGEST = 100;
    private static final int MOST = 50;

    @Inject
    private EnterpriseLookup lookup;

    @Inject
    private Pages pages;

    @GET
    @Path("search")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel search(@QueryParam("q") @DefaultValue("") String text) {
        String wanted = text.strip();
        if (wanted.length() > LONGEST) {
            throw Problem.invalid("q", "lookup.invalid.long", LONGEST);
        }
        return new StaticTemplates()
                .enterpriseSearch(pages.titled("lookup.title"), wanted, lookup.find(wanted, MOST), lookup.ready());
    }
}
