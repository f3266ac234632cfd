package org.aeoreach.library.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.aeoreach.library.AsOf;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.searching.log.SearchLog;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Unavailable;

/** The library's search over REST: for everybody, like the portal. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LibrarySearchResource {

    /** Seconds after which an index that is being made may be there. */
    static final int SOON = 5;

    /** Hits in one answer; whoever asks for more goes on with {@code next}. */
    private static final int MOST = 50;

    @Inject
    private LibrarySearch library;

    @Inject
    private SearchLog log;

    @Inject
    private Clock clock;

    @GET
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public SearchAnswer search(
            @BeanParam SearchForm form, @QueryParam("lang") @DefaultValue("") String lang, @BeanParam Paging paging) {
        AsOf asOf = AsOf.of("asOf", form.checked().asOf(), Time.today(clock));
        int skip = Math.toIntExact(Math.min(paging.afterId(0), Integer.MAX_VALUE));
        long start = System.nanoTime();
        Answer answer = library.answer(form.question(language(lang), asOf.day(), skip, Math.min(MOST, paging.limit())))
                .orElseThrow(() -> new Unavailable("librarysearch.problem.no-index", SOON));
        if (skip == 0 && form.isPlain()) {
            log.searched(language(lang), form.q(), SearchLog.Way.REST, answer.total());
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        long after = (long) skip + answer.hits().size();
        return SearchAnswer.of(answer, took, after < answer.total() ? Paging.cursor(Long.toString(after)) : null);
    }

    /** The language asked for, or that of the request. */
    static Language language(String asked) {
        Language language = Language.of(asked);
        return language == null ? RequestContext.current().language() : language;
    }
}
