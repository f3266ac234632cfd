package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.training.offer.OfferList;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.list.Lists;
import org.jspecify.annotations.Nullable;

/** Calendars for everybody: what is offered, and one session. */
@Path("/portal/trainings")
@Produces(FeedAnswer.TYPE)
@ApplicationScoped
public class OpenFeedResource {

    @Inject
    private OpenFeeds feeds;

    @Inject
    private OfferList list;

    @Inject
    private Lists lists;

    /**
     * Sessions to come, those called off among them, that the filters of the list of sessions ask for; every one may be
     * left out.
     *
     * @param unit code of the district or house that organises, with those below it, or a part of its name
     * @param audience ALL, PROSPECTIVE, AEO, SME or CBEC
     * @param course number of a course, or a part of its code or title
     * @param taught ZH, EN or BOTH: held in that language, or in both
     * @param place a part of its name
     * @param online yes or no
     * @param free yes: where seats are left
     * @param kind of session
     * @param language zh or en: in which it is written
     */
    @GET
    @Path("feed.ics")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Response coming(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("course") @Nullable String course,
            @QueryParam("taught") @Nullable String taught,
            @QueryParam("place") @Nullable String place,
            @QueryParam("online") @Nullable String online,
            @QueryParam("free") @Nullable String free,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("language") @Nullable String language,
            @Context UriInfo address,
            @Context Request request) {
        String text = feeds.coming(lists.condition(list, address), language(language));
        return FeedAnswer.of(text, "trainings", true, request);
    }

    @GET
    @Path("{id: [0-9]{1,18}}.ics")
    @Access(Access.Who.ANYONE)
    public Response session(@PathParam("id") long id, @Context Request request) {
        String text = feeds.one(id, RequestContext.current().language());
        return FeedAnswer.of(text, "training-" + id, true, request);
    }

    private static Language language(@Nullable String code) {
        Language named = code == null ? null : Language.of(code);
        return named == null ? RequestContext.current().language() : named;
    }
}
