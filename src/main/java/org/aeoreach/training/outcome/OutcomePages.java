package org.aeoreach.training.outcome;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** What came after sessions: figures, and the enterprises behind them. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class OutcomePages {

    private static final String LIST = "outcome/enterprises";

    @Inject
    private TrainingOutcomes outcomes;

    @Inject
    private CourseOutcomes courses;

    @Inject
    private OutcomeSubjects subjects;

    @Inject
    private OutcomeList list;

    @Inject
    private Lists lists;

    @Inject
    private Pages pages;

    /** What the page shows. @param tabs of the session, none of anything else */
    public record Shown(OutcomeAbout about, List<Tab> tabs, TrainingOutcome outcome) {}

    /** What is told above the list. @param besides those the viewer does not see by name */
    public record Behind(OutcomeAbout about, long besides) {}

    @GET
    @Path("{id: [0-9]{1,18}}/outcome")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel session(@PathParam("id") long id) {
        return page(new OutcomeAbout(OutcomeAbout.Kind.SESSION, id));
    }

    /** Of a session, too, but that its tab leads elsewhere. @param about such as COURSE-12 */
    @GET
    @Path("outcome/{about: [A-Z]+-[0-9]+}")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel about(@PathParam("about") String about) {
        return page(OutcomeAbout.of(about));
    }

    @GET
    @Path("outcome")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel overview() {
        return new StaticTemplates().trainingOutcomeOverview(pages.titled("outcome.overview"), courses.all());
    }

    private JteModel page(OutcomeAbout about) {
        OutcomeSubjects.Subject subject = subjects.of(about);
        return new StaticTemplates()
                .trainingOutcomeOne(
                        titled("outcome.title", subject), new Shown(about, subject.tabs(), outcomes.of(about)));
    }

    private Page titled(String key, OutcomeSubjects.Subject subject) {
        return pages.titled(key, pages.titled(key, "").pick(subject.titleZh(), subject.titleEn()));
    }

    @GET
    @Path(LIST)
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        if (asked(address, "about") == null) {
            return Response.seeOther(URI.create("/desk/trainings")).build();
        }
        OutcomeAbout about = OutcomeAbout.of(asked(address, "about"));
        Page page = titled("outcome.enterprises-of", subjects.of(about));
        ListPage shown = lists.show(list, address);
        long besides = shown.errors().isEmpty() ? besides(about, address) : 0;
        return lists.answer(shown, new StaticTemplates().trainingOutcomeList(page, new Behind(about, besides), shown));
    }

    @GET
    @Path(LIST + "/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        subjects.of(OutcomeAbout.of(asked(address, "about")));
        return lists.export(list, address);
    }

    /** Of the figure the list stands behind; of both groups where none is asked for. */
    private long besides(OutcomeAbout about, UriInfo address) {
        TrainingOutcome outcome = outcomes.of(about);
        TrainingOutcome.Step step = OutcomeResource.step(asked(address, "step"));
        String group = asked(address, "group");
        long present =
                OutcomeList.group(false).equals(group) ? 0 : outcome.present().besides(step);
        long absent =
                OutcomeList.group(true).equals(group) ? 0 : outcome.absent().besides(step);
        return present + absent;
    }

    private static @Nullable String asked(UriInfo address, String parameter) {
        return address.getQueryParameters().getFirst(parameter);
    }
}
