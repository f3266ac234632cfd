package org.aeoreach.organization.substitution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Who stands in for whom now and later, as a list. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SubstitutionListPages {

    @Inject
    private SubstitutionList list;

    @Inject
    private Lists lists;

    @Inject
    private Pages pages;

    @GET
    @Path("substitutions")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response substitutions(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown,
                new StaticTemplates()
                        .organizationSubstitutionlist(pages.titled("organization.substitutions.all"), shown));
    }

    @GET
    @Path("substitutions/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }
}
