package org.aeoreach.enterprise.delegation;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** An administrator lends rights of the enterprise he acts for, and takes them back. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyDelegationPages {

    @Inject
    private Delegations delegations;

    @Inject
    private OfferDelegation offers;

    @Inject
    private EndDelegation ends;

    @Inject
    private Enterprises enterprises;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** Ending a delegation takes no more than the decision. */
    public record Ending() {}

    @GET
    @Path("my/delegations")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public JteModel list(@BeanParam Paging paging) {
        return new StaticTemplates()
                .enterpriseMydelegations(
                        pages.titled("enterprise.delegations.title"),
                        delegations.given(enterprises.mine().id(), paging.afterId(Long.MAX_VALUE), paging.limit()));
    }

    @GET
    @Path("my/delegations/new")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public JteModel offer() {
        LocalDate today = Time.today(clock);
        Language language = RequestContext.current().language();
        return offer(Form.of(OfferDelegation.Offer.class)
                .with("language", language)
                .with("firstDay", today)
                .with("lastDay", today.plusYears(1)));
    }

    private JteModel offer(Form form) {
        Page page = pages.titled("enterprise.delegations.new");
        List<Option> rights = Option.of(page, "scope.right.", Right.DELEGABLE.toArray(new Right[0]));
        Form filled = form.options("rights", rights)
                .options("language", Option.of(page, "enterprise.language.", Language.values()));
        return new StaticTemplates().enterpriseOffer(page, filled);
    }

    @POST
    @Path("my/delegations/new")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, limit = Limit.RESET, body = 8192, audited = true)
    public Response make(Form form) {
        return forms.submit(form, OfferDelegation.Offer.class)
                .again(this::offer)
                .run(offer -> {
                    offers.offer(offer);
                    return forms.done("/portal/my/delegations", "enterprise.done.offered");
                });
    }

    @GET
    @Path("my/delegations/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel one(@PathParam("id") long id) {
        DelegationView delegation = delegations.ofMine(id);
        return page(delegation, Form.of(Ending.class).version(delegation.version()));
    }

    private JteModel page(DelegationView delegation, Form form) {
        return new StaticTemplates()
                .enterpriseMydelegation(
                        pages.titled("enterprise.delegation.to", delegation.representativeName()), delegation, form);
    }

    @POST
    @Path("my/delegations/{id: [0-9]{1,18}}/revocation")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ADMINISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 8192,
            audited = true)
    public Response revoke(@PathParam("id") long id, Form form) {
        return forms.submit(form, Ending.class)
                .again(failed -> page(delegations.ofMine(id), failed))
                .run(ending -> {
                    ends.revoke(id, form.version());
                    return forms.done("/portal/my/delegations", "enterprise.done.delegation-ended");
                });
    }
}
