package org.aeoreach.library.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.retrieval.Suggestion;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Unavailable;

/** Titles of the library for what has been typed so far. */
@Path("/api/v1/suggest")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SuggestResource {

    private static final int MOST = 10;

    @Inject
    private LibrarySearch library;

    /** A title to choose. */
    public record Title(String id, String kind, String title, String url) {

        static Title of(Suggestion suggestion) {
            return new Title(
                    suggestion.key(),
                    suggestion.kind(),
                    SearchAnswer.plain(suggestion.title()),
                    DocumentAddress.of(suggestion.key()));
        }
    }

    @GET
    @Access(value = Access.Who.ANYONE, limit = Limit.PICK)
    public List<Title> suggest(
            @QueryParam("q") @DefaultValue("") String q, @QueryParam("lang") @DefaultValue("") String lang) {
        return library
                .suggest(q, LibrarySearchResource.language(lang), MOST)
                .orElseThrow(() -> new Unavailable("librarysearch.problem.no-index", LibrarySearchResource.SOON))
                .stream()
                .map(Title::of)
                .toList();
    }
}
