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
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** A representative answers an offer, by its link or on his own first page, and gives back what he holds. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RepresentationPages {

    @Inject
    private Delegations delegations;

    @Inject
    private AnswerDelegation answers;

    @Inject
    private EndDelegation ends;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Accepting takes no more than the decision. */
    public record Answer() {}

    /** Shows the offer; changes nothing, so that whatever opens links in mails by itself accepts nothing. */
    @GET
    @Path("delegation/{token: " + LinkToken.PATTERN + "}")
    @Access(Access.Who.ANYONE)
    public JteModel offered(@PathParam("token") String token) {
        return offered(token, Form.of(Answer.class));
    }

    private JteModel offered(String token, Form form) {
        var offer = LinkToken.of(token)
                .flatMap(answers::offered)
                .orElseThrow(() -> new Problem(404, "enterprise.problem.link-over"));
        return new StaticTemplates()
                .enterpriseOffered(pages.titled("enterprise.delegation.offered"), offer, token, form);
    }

    @POST
    @Path("delegation/{token: " + LinkToken.PATTERN + "}")
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 8192, audited = true)
    public Response accept(@PathParam("token") String token, Form form) {
        return forms.submit(form, Answer.class)
                .again(failed -> offered(token, failed))
                .run(answer -> {
                    boolean made = answers.accept(LinkToken.of(token).orElseThrow(Problem::notFound));
                    return made
                            ? forms.done("/portal", "enterprise.done.accepted-new")
                            : forms.done("/acting", "enterprise.done.accepted");
                });
    }

    @GET
    @Path("my/representations/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, reach = Access.Reach.OWN)
    public JteModel one(@PathParam("id") long id) {
        DelegationView delegation = delegations.held(id);
        return page(delegation, Form.of(Answer.class).version(delegation.version()));
    }

    private JteModel page(DelegationView delegation, Form form) {
        String enterprise =
                RequestContext.current().language().pick(delegation.enterpriseZh(), delegation.enterpriseEn());
        return new StaticTemplates()
                .enterpriseRepresentation(pages.titled("enterprise.delegation.of", enterprise), delegation, form);
    }

    @POST
    @Path("my/representations/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, reach = Access.Reach.OWN, body = 8192, audited = true)
    public Response accept(@PathParam("id") long id, Form form) {
        return forms.submit(form, Answer.class)
                .again(failed -> page(delegations.held(id), failed))
                .run(answer -> {
                    answers.accept(id);
                    return forms.done("/acting", "enterprise.done.accepted");
                });
    }

    /** Declines, or gives back. */
    @POST
    @Path("my/representations/{id: [0-9]{1,18}}/return")
    @Access(roles = Role.ENTERPRISE_USER, reach = Access.Reach.OWN, body = 8192, audited = true)
    public Response giveBack(@PathParam("id") long id, Form form) {
        return forms.submit(form, Answer.class)
                .again(failed -> page(delegations.held(id), failed))
                .run(answer -> {
                    ends.giveBack(id, form.version());
                    // He may have acted for this very enterprise: then he goes on in another role, or in none.
                    return forms.done("/portal", "enterprise.done.delegation-ended");
                });
    }
}
