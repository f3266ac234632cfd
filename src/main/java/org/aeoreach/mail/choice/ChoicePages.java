package org.aeoreach.mail.choice;

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
import java.util.Arrays;
import org.aeoreach.mail.ChoicePaths;
import org.aeoreach.mail.MailTopic;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** What the secret link of a mail opens, without signing in: what its reader gets, and how he gets it no more. */
@Path(ChoicePaths.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ChoicePages {

    private static final String ONE = "{token: " + ChoicePaths.PATTERN + "}";

    @Inject
    private Choices choices;

    @Inject
    private RateLimits limits;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Shows; whatever opens links in mails by itself changes nothing. */
    @GET
    @Path(ONE)
    @Access(Access.Who.ANYONE)
    public JteModel shown(@PathParam("token") String token) {
        ChoicesView now = choices.of(token).orElseThrow(this::unknown);
        return page(token, now, form(now));
    }

    private static Form form(ChoicesView now) {
        Form form = Form.of(NewChoices.class)
                .with(
                        "topics",
                        Arrays.stream(MailTopic.values())
                                .filter(topic -> !now.declined().contains(topic))
                                .toList());
        return form.with("language", now.language())
                .with("frequency", now.frequency())
                .with("channel", now.channel());
    }

    private JteModel page(String token, ChoicesView now, Form form) {
        Page page = pages.titled("mail.choice.title");
        Form offered = form.options("topics", Option.of(page, "mail.topic.", MailTopic.values()))
                .options("language", Option.of(page, "enterprise.language.", Language.values()))
                .options("frequency", Option.of(page, "mail.frequency.", Frequency.values()))
                .options("channel", Option.of(page, "mail.channel.", MailChannel.values()));
        return new StaticTemplates().mailChoice(page, now, offered, ChoicePaths.page(token));
    }

    @POST
    @Path(ONE)
    @Access(value = Access.Who.ANYONE, body = 4096, audited = true)
    public Response choose(@PathParam("token") String token, Form form) {
        ChoicesView now = choices.of(token).orElseThrow(this::unknown);
        return forms.submit(form, NewChoices.class)
                .again(failed -> page(token, now, failed))
                .run(wanted -> {
                    choices.choose(token, wanted);
                    return forms.done(ChoicePaths.page(token), "mail.done.chosen");
                });
    }

    @GET
    @Path(ONE + "/unsubscribe")
    @Access(Access.Who.ANYONE)
    public JteModel declining(@PathParam("token") String token) {
        ChoicesView now = choices.of(token).orElseThrow(this::unknown);
        return declined(token, now);
    }

    private JteModel declined(String token, ChoicesView now) {
        Page page = pages.titled("mail.decline.title");
        return new StaticTemplates().mailDecline(page, now, ChoicePaths.page(token));
    }

    /** One request of a mail program or of the page does it; said again it changes nothing. What it carries is not read. */
    @POST
    @Path(ONE + "/unsubscribe")
    @Consumes(MediaType.WILDCARD)
    @Access(value = Access.Who.ANYONE, body = 4096, audited = true)
    public JteModel decline(@PathParam("token") String token) {
        if (!choices.decline(token)) {
            throw unknown();
        }
        return declined(token, choices.of(token).orElseThrow(this::unknown));
    }

    private Problem unknown() {
        limits.take(Limit.BAD_TOKEN, null);
        return new Problem(404, "mail.problem.link-unknown");
    }
}
