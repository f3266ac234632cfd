package org.aeoreach.enterprise.portfolio;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Giving enterprises a tier: one on its page, many from a list. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TierPages {

    @Inject
    private Tiers tiers;

    @Inject
    private EnterpriseRows rows;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/tier")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        return page(Form.of(Tiers.Tiering.class).with("enterpriseIds", id));
    }

    /** The form for those that were ticked. */
    JteModel page(Form form) {
        List<Long> ids = form.values("enterpriseIds").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        Page page = pages.titled("portfolio.tier.title");
        return new StaticTemplates()
                .enterprisePortfolioTier(
                        page,
                        rows.read(ids),
                        form.options("tier", Option.of(page, "portfolio.tier.", Tiers.Tier.values())));
    }

    @POST
    @Path("coordinations/tiers")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536, audited = true)
    public Response set(Form form) {
        return forms.submit(form, Tiers.Tiering.class).again(this::page).run(wanted -> {
            tiers.set(wanted);
            String next = wanted.enterpriseIds().size() == 1
                    ? "/desk/enterprises/" + wanted.enterpriseIds().get(0) + "/coordination"
                    : "/desk/coordinations";
            return forms.done(next, "portfolio.done.tier");
        });
    }
}
