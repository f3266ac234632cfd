package org.aeoreach.enterprise.delegation;

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
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** One delegation of an enterprise, and how its house ends it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class EnterpriseDelegationPages {

    @Inject
    private Delegations delegations;

    @Inject
    private EndDelegation ends;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises/delegations/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        DelegationView delegation = delegations.get(id);
        return page(delegation, Form.of(Enterprises.Reason.class).version(delegation.version()));
    }

    private JteModel page(DelegationView delegation, Form form) {
        return new StaticTemplates()
                .enterpriseDelegation(
                        pages.titled("enterprise.delegation.to", delegation.representativeName()), delegation, form);
    }

    @POST
    @Path("enterprises/delegations/{id: [0-9]{1,18}}/revocation")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response revoke(@PathParam("id") long id, Form form) {
        return forms.submit(form, Enterprises.Reason.class)
                .again(failed -> page(delegations.get(id), failed))
                .run(reason -> {
                    DelegationView ended = ends.revoke(id, form.version(), reason);
                    return forms.done(
                            "/desk/enterprises/" + ended.enterpriseId() + "/delegations",
                            "enterprise.done.delegation-ended");
                });
    }
}
