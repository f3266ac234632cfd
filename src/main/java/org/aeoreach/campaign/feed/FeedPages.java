package org.aeoreach.campaign.feed;

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
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.platform.Language;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** My secret links to the calendar: what I have, make a new one, renew one, end one. */
@Path("/desk/campaigns/calendar/feeds")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class FeedPages {

    private static final String HERE = "/desk/campaigns/calendar/feeds";
    private static final String ONE = "{id: [0-9]{1,18}}/";

    @Inject
    private Feeds feeds;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel mine() {
        Page page = pages.titled("campaign.feeds");
        return page(page, Form.of(NewFeed.class).with("whose", Whose.MINE).with("language", page.language()));
    }

    private JteModel page(Page page, Form form) {
        Form offered = form.options("whose", Option.of(page, "campaign.whose.", Whose.MINE, Whose.UNIT, Whose.BELOW))
                .options("language", Option.of(page, "campaign.feed.language.", Language.values()));
        return new StaticTemplates().campaignFeeds(page, feeds.mine(), offered);
    }

    /** The answer shows the link, once: it must not travel in an address or stay in a cookie. */
    @POST
    @Access(value = Access.Who.OFFICERS, body = 4096, audited = true)
    public Response make(Form form) {
        return forms.submit(form, NewFeed.class)
                .again(failed -> page(pages.titled("campaign.feeds"), failed))
                .run(wanted -> made(feeds.make(wanted)));
    }

    private Response made(MadeFeed made) {
        return Response.ok(new StaticTemplates().campaignFeedmade(pages.titled("campaign.feed.made"), made))
                .build();
    }

    @POST
    @Path(ONE + "renewal")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response renew(@PathParam("id") long id) {
        return made(feeds.renew(id));
    }

    @POST
    @Path(ONE + "revocation")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response revoke(@PathParam("id") long id) {
        feeds.revoke(id);
        return forms.done(HERE, "campaign.done.feed-revoked");
    }
}
