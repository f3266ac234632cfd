package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** Finding enterprises, contact persons and partner organisations at once over REST, as the search page does. */
@Path("/api/v1/registry-search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AllResource {

    @Inject
    private EnterpriseLookup enterprises;

    @Inject
    private NamedLookup named;

    /** What is found of each kind. */
    public record Answer(Hits enterprises, Named persons, Named partners) {}

    /** @param limit how many of each kind at most, 1 to 100 */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Answer search(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("limit") @DefaultValue("20") int limit) {
        SearchResource.check(text, limit);
        return new Answer(enterprises.find(text, limit), named.persons(text, limit), named.partners(text, limit));
    }
}
