package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/** What a secret link to trainings opens, for calendar programs: no cookie, no sign-in. */
@Path("/calendar/trainings")
@ApplicationScoped
public class MyFeedResource {

    @Inject
    private FeedOfLink feeds;

    @Inject
    private RateLimits limits;

    @GET
    @Path("{token: [A-Za-z0-9_-]{43}}.ics")
    @Produces(FeedAnswer.TYPE)
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Response feed(@PathParam("token") String token, @Context Request request) {
        FeedOfLink.Opened found = Token.of(token).flatMap(feeds::open).orElseThrow(this::unknown);
        limits.takeFor(Limit.EXPORT, "trainingfeed:" + found.id());
        return FeedAnswer.of(found.text(), "my-trainings", false, request);
    }

    private Problem unknown() {
        limits.take(Limit.BAD_TOKEN, null);
        return Problem.notFound();
    }
}
