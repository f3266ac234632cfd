package org.aeoreach.enterprise.claim;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** The house looks through the claims and decides them. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class HouseClaimPages {

    @Inject
    private HouseClaims claims;

    @Inject
    private ClaimList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises/claims")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("enterprises/claims/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("enterprises/claims/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        ClaimView claim = claims.get(id);
        return page(claim, Form.of(HouseClaims.Decision.class).version(claim.version()));
    }

    private JteModel page(ClaimView claim, Form form) {
        Page page = pages.titled("enterprise.claim.of", claim.name());
        return new StaticTemplates()
                .enterpriseHouseclaim(
                        page,
                        claim,
                        form.options("verdict", Option.of(page, "enterprise.verdict.", Verdict.values()))
                                .options("checked", Option.of(page, "enterprise.checked.", ClaimView.Check.values())));
    }

    @POST
    @Path("enterprises/claims/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response decide(@PathParam("id") long id, Form form) {
        return forms.submit(form, HouseClaims.Decision.class)
                .again(failed -> page(claims.get(id), failed))
                .run(decision -> {
                    claims.decide(id, form.version(), decision);
                    return forms.done(
                            "/desk/enterprises/claims/" + id,
                            decision.verdict().confirmed()
                                    ? "enterprise.done.claim-confirmed"
                                    : "enterprise.done.claim-refused");
                });
    }
}
