package org.aeoreach.campaign.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aeoreach.campaign.calendar.Days;
import org.aeoreach.campaign.calendar.Entry;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/** What a secret link opens, for calendar programs: no cookie, no sign-in. */
@Path("/calendar")
@ApplicationScoped
public class FeedResource {

    /** Days before today a feed reaches back, and days after today it reaches ahead. */
    static final int BACK = 60;

    static final int AHEAD = 400;

    /** Entries of a feed at most; where it ends before its time it says so. */
    private static final int MOST = 2000;

    private static final String TYPE = "text/calendar;charset=UTF-8";

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Days days;

    @Inject
    private Messages messages;

    @Inject
    private Configuration configuration;

    @Inject
    private CurrentViewer current;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    @GET
    @Path("{token: [A-Za-z0-9_-]{43}}.ics")
    @Produces(TYPE)
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Response feed(@PathParam("token") String token, @Context Request request) {
        Subscriptions.Subscription found =
                Token.of(token).flatMap(subscriptions::find).orElseThrow(this::unknown);
        limits.takeFor(Limit.EXPORT, "feed:" + found.id());
        String body = new FeedText(messages, configuration.baseUrl(), MOST)
                .of(entries(found), found.whose(), found.language());
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(Digests.sha256(body), 0, 16));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        return (answer == null ? Response.ok(body.getBytes(StandardCharsets.UTF_8), TYPE) : answer)
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", "inline; filename=\"campaigns.ics\"")
                .build();
    }

    private List<Entry> entries(Subscriptions.Subscription found) {
        Optional<Viewer> signedIn = current.get();
        current.bind(found.viewer());
        try {
            LocalDate today = Time.today(clock);
            return days.between(today.minusDays(BACK), today.plusDays(AHEAD + 1L), found.whose(), MOST + 1);
        } finally {
            signedIn.ifPresentOrElse(current::bind, current::unbind);
        }
    }

    private Problem unknown() {
        limits.take(Limit.BAD_TOKEN, null);
        return Problem.notFound();
    }
}
