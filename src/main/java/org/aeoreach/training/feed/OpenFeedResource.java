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
import java.util.Arrays;
import org.aeoreach.campaign.Audience;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.training.session.TaughtIn;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jspecify.annotations.Nullable;

/** Calendars for everybody: what is offered, and one session. */
@Path("/portal/trainings")
@Produces(FeedAnswer.TYPE)
@ApplicationScoped
public class OpenFeedResource {

    @Inject
    private OpenFeeds feeds;

    /**
     * Sessions to come, those called off among them; every filter may be left out.
     *
     * @param unit code of the district or house that organises, with those below it
     * @param audience ALL, PROSPECTIVE or AEO
     * @param course number of a course
     * @param taught ZH or EN: held in that language, or in both
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
            @QueryParam("language") @Nullable String language,
            @Context Request request) {
        OpenFeeds.Wanted wanted = new OpenFeeds.Wanted(
                matching("unit", unit, "[0-9]{4}"),
                one("audience", audience, Audience.values()),
                number(course),
                one("taught", taught, TaughtIn.values()));
        return FeedAnswer.of(feeds.coming(wanted, language(language)), "trainings", true, request);
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

    private static @Nullable String matching(String field, @Nullable String text, String form) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches(form)) {
            throw Problem.invalid(field, "web.invalid.choice");
        }
        return text;
    }

    private static @Nullable Long number(@Nullable String course) {
        String text = matching("course", course, "[0-9]{1,18}");
        return text == null ? null : Long.valueOf(text);
    }

    private static <E extends Enum<E>> @Nullable E one(String field, @Nullable String text, E[] values) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field, "web.invalid.choice"));
    }
}
