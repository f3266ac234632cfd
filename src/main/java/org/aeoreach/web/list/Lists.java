package org.aeoreach.web.list;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.list.export.Format;
import org.aeoreach.web.list.filter.Fragment;
import org.aeoreach.web.list.view.SavedView;
import org.aeoreach.web.list.view.SavedViews;

/** Shows lists: the one thing a feature's pages call. */
@ApplicationScoped
public class Lists {

    @Inject
    private ListReader reader;

    @Inject
    private SavedViews views;

    @Inject
    private Exports exports;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @Inject
    private ProblemAnswer problems;

    /** A page with the list and nothing else. */
    public Response page(Listing listing, UriInfo address) {
        ListPage list = show(listing, address);
        return answer(
                list,
                new StaticTemplates().webListpage(pages.titled(listing.spec().title()), list));
    }

    /** The answer for a page with the list in it: 400 when something was asked for that does not exist. */
    public Response answer(ListPage list, JteModel page) {
        return Response.status(list.status()).entity(page).build();
    }

    /**
     * What the address asks for, for the template {@code web/list.jte}.
     *
     * @throws Problem 404 for a saved view the reader may not see
     */
    public ListPage show(Listing listing, UriInfo address) {
        ListSpec spec = listing.spec();
        boolean officer =
                viewer.get().map(Viewer::role).filter(role -> role.isOfficer()).isPresent();
        List<SavedView> all = officer ? views.of(spec.key()) : List.of();
        ListState state = state(new Asked(spec, address.getQueryParameters()), all);
        Language language = RequestContext.current().language();
        Found found = state.errors().isEmpty() ? reader.read(state, language) : Found.NOTHING;
        SavedView current = all.stream()
                .filter(view -> view.id() == state.view())
                .findFirst()
                .orElse(null);
        boolean changed = current != null && !current.query().equals(state.query());
        Page page = pages.titled(spec.title());
        return new Assembly(state, page, worded(state, language))
                .of(found, new ListPage.Views(officer, all, current, changed), listing.notice(state.searched()));
    }

    /**
     * The filters of a list and no rows of it, for a page of its own that shows what they ask for in another way, such as
     * a calendar; its form and links lead there.
     */
    public ListPage filters(Listing listing, String path, UriInfo address) {
        ListState state = new Asked(listing.spec().movedTo(path), address.getQueryParameters()).state();
        Page page = pages.titled(listing.spec().title());
        return new Assembly(state, page, worded(state, RequestContext.current().language()))
                .of(Found.NOTHING, ListPage.Views.NONE, "")
                .prefixed("f-");
    }

    /**
     * What the filters of an address ask for, to be put into SQL that has the tables of the list under the same names.
     *
     * @throws Problem 400 for what does not exist
     */
    public Fragment condition(Listing listing, UriInfo address) {
        ListState state = new Asked(listing.spec(), address.getQueryParameters()).state();
        if (!state.errors().isEmpty()) {
            throw new Problem(400, "web.problem.validation", state.errors());
        }
        return state.filtered();
    }

    private static ListState state(Asked asked, List<SavedView> views) {
        ListState state = asked.state();
        if (asked.nothing()) {
            return views.stream()
                    .filter(SavedView::standard)
                    .findFirst()
                    .map(view -> opened(view, state))
                    .orElse(state);
        }
        if (state.view() == 0) {
            return state;
        }
        SavedView view = views.stream()
                .filter(each -> each.id() == state.view())
                .findFirst()
                .orElseThrow(Problem::notFound);
        return asked.says() ? state : opened(view, state);
    }

    private static ListState opened(SavedView view, ListState asked) {
        return Asked.of(asked.spec(), view.query()).state().of(view.id()).at(asked.position());
    }

    private List<ProblemAnswer.Field> worded(ListState state, Language language) {
        if (state.errors().isEmpty()) {
            return List.of();
        }
        List<ProblemAnswer.Field> fields = problems.body(
                        new Problem(400, "web.problem.validation", state.errors()), language)
                .errors();
        return fields == null ? List.of() : fields;
    }

    /**
     * A file of exactly what the address asks for: all its rows, with the same filters, sort and columns. Recorded in
     * the audit. What the page says of its completeness stands in a header.
     *
     * @throws Problem 400 for what does not exist, 422 when there are too many rows
     */
    public Response export(Listing listing, UriInfo address) {
        ListState state = new Asked(listing.spec(), address.getQueryParameters()).state();
        if (!state.errors().isEmpty()) {
            throw new Problem(400, "web.problem.validation", state.errors());
        }
        String format = address.getQueryParameters().getFirst("format");
        return exports.write(state, Format.named(format == null ? "csv" : format))
                .response(listing.notice(state.searched()));
    }
}
