package org.aeoreach.enterprise.claim;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.enterprise.CustomsCode;
import org.aeoreach.enterprise.EvenPace;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The first user of an enterprise claims its account; the address on file decides by a link. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ClaimPages {

    @Inject
    private Claims claims;

    @Inject
    private RateLimits limits;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What the owner of the address on file says. */
    public record Answer(@NotNull Verdict verdict) {}

    @GET
    @Path("claim")
    @Access(Access.Who.ANYONE)
    public JteModel form() {
        Language language = RequestContext.current().language();
        return page(Form.of(Claims.Application.class).with("language", language));
    }

    private JteModel page(Form form) {
        Page page = pages.titled("enterprise.claim.title");
        return new StaticTemplates()
                .enterpriseClaim(
                        page, form.options("language", Option.of(page, "enterprise.language.", Language.values())));
    }

    /** The same answer after the same time, whatever the code: nobody learns whether it exists or who is known. */
    @POST
    @Path("claim")
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 8192, audited = true)
    public Response claim(Form form) {
        long began = System.nanoTime();
        return forms.submit(form, Claims.Application.class).again(this::page).run(application -> {
            CustomsCode code = CustomsCode.of("customsCode", application.customsCode());
            limits.takeFor(Limit.RESET, "claim:" + code.text());
            claims.apply(application);
            EvenPace.keep(began);
            return Response.status(303)
                    .location(URI.create("/portal/claim/received"))
                    .build();
        });
    }

    @GET
    @Path("claim/received")
    @Access(Access.Who.ANYONE)
    public JteModel received() {
        return new StaticTemplates().enterpriseClaimreceived(pages.titled("enterprise.claim.received"));
    }

    /** Shows who asks; changes nothing, so that whatever opens links in mails by itself decides nothing. */
    @GET
    @Path("claim/{token: " + LinkToken.PATTERN + "}")
    @Access(Access.Who.ANYONE)
    public JteModel asked(@PathParam("token") String token) {
        return asked(token, Form.of(Answer.class));
    }

    private JteModel asked(String token, Form form) {
        Page page = pages.titled("enterprise.claim.asked");
        var asked = LinkToken.of(token)
                .flatMap(claims::asked)
                .orElseThrow(() -> new Problem(404, "enterprise.problem.link-over"));
        return new StaticTemplates()
                .enterpriseClaimasked(
                        page,
                        asked,
                        token,
                        form.options("verdict", Option.of(page, "enterprise.verdict.", Verdict.values())));
    }

    @POST
    @Path("claim/{token: " + LinkToken.PATTERN + "}")
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 8192, audited = true)
    public Response decide(@PathParam("token") String token, Form form) {
        return forms.submit(form, Answer.class)
                .again(failed -> asked(token, failed))
                .run(answer -> {
                    claims.decide(LinkToken.of(token).orElseThrow(Problem::notFound), answer.verdict());
                    return forms.done(
                            "/portal",
                            answer.verdict().confirmed()
                                    ? "enterprise.done.claim-confirmed"
                                    : "enterprise.done.claim-refused");
                });
    }
}
