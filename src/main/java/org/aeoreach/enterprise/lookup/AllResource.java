package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** Finding enterprises, contact persons, partner organisations and what other rooms keep at once over REST, as the search page does. */
@Path("/api/v1/registry-search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AllResource {

    @Inject
    private EnterpriseLookup enterprises;

    @Inject
    private NamedLookup named;

    @Inject
    private Elsewhere elsewhere;

    /** What is found of each kind. @param elsewhere what other rooms found, such as enquiries */
    public record Answer(Hits enterprises, Named persons, Named partners, List<More> elsewhere) {}

    /** What one of them found. @param kind such as {@code enquiry} @param more whether there are more than were asked for */
    public record More(String kind, List<FoundElsewhere.Line> list, boolean more) {}

    /** @param limit how many of each kind at most, 1 to 100 */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Answer search(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("limit") @DefaultValue("20") int limit) {
        SearchResource.check(text, limit);
        List<More> also = elsewhere.find(text, limit).stream()
                .map(found -> new More(found.kind(), found.lines(), found.more()))
                .toList();
        return new Answer(enterprises.find(text, limit), named.persons(text, limit), named.partners(text, limit), also);
    }
}
