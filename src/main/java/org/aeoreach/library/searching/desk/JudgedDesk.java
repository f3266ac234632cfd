package org.aeoreach.library.searching.desk;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.retrieval.Judged;
import org.aeoreach.library.retrieval.Question;
import org.aeoreach.library.retrieval.Why;
import org.aeoreach.library.searching.LibrarySearch;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Unavailable;

/** The judged questions asked of this node's index: how well each is answered, and why. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class JudgedDesk {

    private static final int FIRST = 10;
    /** How far down a document is looked for. */
    private static final int DEEP = 50;

    private static final int SOON = 5;

    @Inject
    private LibrarySearch library;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("library/judged")
    @Access(roles = Role.GACC_OFFICER, limit = Limit.EXPORT)
    public JteModel all() {
        List<JudgedView.Asked> asked = Judged.all().stream()
                .map(judged -> JudgedView.Asked.of(judged, found(judged)))
                .toList();
        return new StaticTemplates().libraryDeskJudged(pages.titled("librarysearch.judged"), JudgedView.of(asked));
    }

    private List<String> found(Judged judged) {
        Answer answer = library.answer(question(judged, FIRST)).orElseThrow(JudgedDesk::none);
        return answer.hits().stream().map(Answer.Hit::key).toList();
    }

    private Question question(Judged judged, int limit) {
        return Question.of(judged.question(), judged.language(), Time.today(clock), limit);
    }

    private static Unavailable none() {
        return new Unavailable("librarysearch.problem.no-index", SOON);
    }

    @GET
    @Path("library/judged/{number: [0-9]{1,4}}")
    @Access(roles = Role.GACC_OFFICER, limit = Limit.SEARCH)
    public JteModel one(@PathParam("number") int number) {
        Judged judged = Judged.all().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(Problem::notFound);
        List<String> expected = judged.grades().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Why> why = library.why(question(judged, DEEP), expected).orElseThrow(JudgedDesk::none);
        var view = new JudgedView.One(judged, why, found(judged));
        return new StaticTemplates().libraryDeskJudgedone(pages.titled("librarysearch.judged.one"), view);
    }
}
