package org.aeoreach.library.subscription;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.aeoreach.library.follow.Cadence;
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
import org.jspecify.annotations.Nullable;

/** Subscribing to news of the library without an account: the form, and the link of the letter that confirms. */
@Path(SubscribePages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SubscribePages {

    static final String ROOT = "/portal/subscribe";
    private static final String ONE = "{token: " + ConfirmLink.PATTERN + "}";

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private RateLimits limits;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** @param topic code of one to begin with, or null */
    @GET
    @Access(Access.Who.ANYONE)
    public JteModel form(@QueryParam("topic") @Nullable String topic) {
        Form form = Form.of(NewSubscription.class).with("language", language()).with("cadence", Cadence.WEEKLY);
        return page(topic == null ? form : form.with("topics", topic));
    }

    private JteModel page(Form form) {
        Page page = pages.titled("library.subscribe.title");
        Form offered = form.options("topics", subscriptions.topics(language()))
                .options("district", subscriptions.districts(language()))
                .options("language", Option.of(page, "enterprise.language.", Language.values()))
                .options("cadence", Option.of(page, "library.cadence.", Cadence.DAILY, Cadence.WEEKLY));
        return new StaticTemplates().librarySubscribeForm(page, offered);
    }

    /** Whatever is known of the address, the answer is the same. */
    @POST
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 16_384, audited = true)
    public Response ask(Form form) {
        return forms.submit(form, NewSubscription.class).again(this::page).run(wanted -> {
            limits.takeFor(Limit.RESET, "subscribe:" + wanted.mail().strip().toLowerCase(Locale.ROOT));
            subscriptions.ask(wanted);
            Page page = pages.titled("library.subscribe.kept-title");
            return Response.ok(new StaticTemplates()
                            .librarySubscribeKept(page, wanted.mail().strip()))
                    .build();
        });
    }

    /** Shows; whatever opens links in mails by itself confirms nothing. */
    @GET
    @Path(ONE)
    @Access(Access.Who.ANYONE)
    public JteModel confirming(@PathParam("token") String token) {
        Subscriptions.Waiting waiting = subscriptions.waiting(token, language()).orElseThrow(this::unknown);
        return confirmation(waiting, ROOT + "/" + token);
    }

    private JteModel confirmation(Subscriptions.Waiting waiting, @Nullable String path) {
        Page page = pages.titled(path == null ? "library.subscribe.done-title" : "library.subscribe.confirm-title");
        return new StaticTemplates().librarySubscribeConfirm(page, waiting, path);
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.WILDCARD)
    @Access(value = Access.Who.ANYONE, body = 4096, audited = true)
    public JteModel confirm(@PathParam("token") String token) {
        Subscriptions.Waiting waiting = subscriptions.waiting(token, language()).orElseThrow(this::unknown);
        subscriptions.confirm(token);
        return confirmation(waiting, null);
    }

    private Problem unknown() {
        limits.take(Limit.BAD_TOKEN, null);
        return over();
    }

    static Problem over() {
        return new Problem(404, "library.problem.subscribe-link");
    }

    private static Language language() {
        return RequestContext.current().language();
    }
}
