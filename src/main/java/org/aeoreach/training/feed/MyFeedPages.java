package org.aeoreach.training.feed;

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
import org.aeoreach.platform.Language;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Secret links to the trainings of the enterprise: which there are, a new one, end one. */
@Path("/portal/my/trainings/feeds")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyFeedPages {

    private static final String HERE = "/portal/my/trainings/feeds";

    @Inject
    private MyFeeds feeds;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public JteModel mine() {
        Page page = pages.titled("trainingfeed.title");
        return page(page, Form.of(NewTrainingFeed.class).with("language", page.language()));
    }

    private JteModel page(Page page, Form form) {
        Form offered = form.options("language", Option.of(page, "session.letters.", Language.values()));
        return new StaticTemplates().trainingFeedMine(page, feeds.mine(), offered);
    }

    /** The answer shows the link, once: it must not travel in an address or stay in a cookie. */
    @POST
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, body = 4096, audited = true)
    public Response make(Form form) {
        return forms.submit(form, NewTrainingFeed.class)
                .again(failed -> page(pages.titled("trainingfeed.title"), failed))
                .run(wanted -> Response.ok(new StaticTemplates()
                                .trainingFeedMade(pages.titled("trainingfeed.made"), feeds.make(wanted)))
                        .build());
    }

    @POST
    @Path("{feed: [0-9]{1,18}}/revocation")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.REGISTER,
            reach = Access.Reach.OWN,
            body = 4096,
            audited = true)
    public Response revoke(@PathParam("feed") long id) {
        feeds.revoke(id);
        return forms.done(HERE, "trainingfeed.done.revoked");
    }
}
