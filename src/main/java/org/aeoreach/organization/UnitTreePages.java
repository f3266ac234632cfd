package org.aeoreach.organization;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** The units as a tree that unfolds, with a search over present and former names. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class UnitTreePages {

    @Inject
    private UnitTree tree;

    @Inject
    private Pages pages;

    @GET
    @Path("units")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel tree(@QueryParam("q") @DefaultValue("") String text, @QueryParam("closed") boolean closed) {
        String wanted = text.strip();
        return new StaticTemplates()
                .organizationTree(pages.titled("organization.units.title"), wanted, closed, tree.find(wanted, closed));
    }
}
