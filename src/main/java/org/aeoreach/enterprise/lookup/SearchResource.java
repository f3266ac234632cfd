package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** Finding enterprises over REST, as the pages do. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SearchResource {

    private static final int MOST = 100;

    @Inject
    private EnterpriseLookup lookup;

    @GET
    @Path("search")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Hits search(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("limit") @DefaultValue("20") int limit) {
        check(text, limit);
        return lookup.find(text, limit);
    }

    static void check(String text, int limit) {
        if (text.strip().length() > SearchPages.LONGEST) {
            throw Problem.invalid("q", "lookup.invalid.long", SearchPages.LONGEST);
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "lookup.invalid.limit", MOST);
        }
    }
}
