package org.aeoreach.library.searching;

import gg.jte.models.runtime.JteModel;
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
import java.util.List;
import org.aeoreach.library.AsOf;
import org.aeoreach.library.Documents;
import org.aeoreach.library.Publishers;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.searching.log.SearchLog;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.jspecify.annotations.Nullable;

/** The library's search as everybody uses it. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class LibrarySearchPages {

    private static final int PART = 10;
    private static final int MOST_SUGGESTIONS = 8;

    @Inject
    private LibrarySearch library;

    @Inject
    private Documents documents;

    @Inject
    private Publishers publishers;

    @Inject
    private SearchLog log;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("search")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JteModel search(@BeanParam SearchForm form, @BeanParam Paging paging) {
        AsOf asOf = AsOf.of("asOf", form.checked().asOf(), Time.today(clock));
        int skip = Math.toIntExact(Math.min(paging.afterId(0), Integer.MAX_VALUE));
        Answer answer = form.q().isBlank()
                ? null
                : library.answer(form.question(language(), asOf.day(), skip, PART))
                        .orElse(null);
        if (answer != null && skip == 0 && form.isPlain()) {
            log.searched(language(), form.q(), SearchLog.Way.PAGE, answer.total());
        }
        long after = answer == null ? 0 : (long) skip + answer.hits().size();
        String next = answer != null && after < answer.total() ? Paging.cursor(Long.toString(after)) : null;
        var view = new SearchView(form, asOf, answer, skip, library.state(), next, names(answer, asOf));
        return new StaticTemplates().librarySearch(pages.titled("librarysearch.title"), view);
    }

    private SearchView.Names names(@Nullable Answer answer, AsOf asOf) {
        boolean ofDistricts = answer != null && answer.hits().stream().anyMatch(hit -> hit.district() != null);
        return new SearchView.Names(
                documents.topics(asOf.day()), ofDistricts ? documents.districts() : List.of(), publishers.all());
    }

    /** A part of the page, asked for while somebody types. */
    @GET
    @Path("search/suggestions")
    @Access(value = Access.Who.ANYONE, limit = Limit.PICK)
    public JteModel suggestions(@QueryParam("q") @DefaultValue("") String q) {
        var found = q.isBlank()
                ? List.<org.aeoreach.library.retrieval.Suggestion>of()
                : library.suggest(q, language(), MOST_SUGGESTIONS).orElse(List.of());
        return new StaticTemplates().librarySuggestions(pages.titled("librarysearch.suggestions"), found);
    }

    private static Language language() {
        return RequestContext.current().language();
    }
}
