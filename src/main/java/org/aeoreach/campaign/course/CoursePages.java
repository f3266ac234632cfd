package org.aeoreach.campaign.course;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.aeoreach.campaign.coverage.By;
import org.aeoreach.campaign.coverage.CoverageView;
import org.aeoreach.campaign.coverage.Coverages;
import org.aeoreach.enterprise.segment.SegmentView;
import org.aeoreach.enterprise.segment.Segments;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** The way to certification, and silent areas. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CoursePages {

    private static final int MOST_MONTHS = 60;
    private static final int MOST_SEGMENTS = 100;

    @Inject
    private Coverages coverages;

    @Inject
    private Courses courses;

    @Inject
    private Funnels funnels;

    @Inject
    private Silences silences;

    @Inject
    private Segments segments;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The way to certification. @param computable whether the viewer may have it computed now */
    public record Way(CoverageView view, Funnel funnel, boolean computable) {}

    /** Silent areas. @param segments saved ones the viewer may narrow them to */
    public record Quiet(CoverageView view, Silence silence, List<SegmentView> segments, boolean computable) {}

    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/coverage/funnel")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel funnel(@PathParam("id") long id, @QueryParam("unit") @Nullable String unit) {
        CoverageView view = coverages.view(id, unit, By.UNIT);
        return new StaticTemplates()
                .campaignCourseFunnel(
                        titled("coverage.funnel.title", view),
                        new Way(view, funnels.of(id, unit), courses.computable(id)));
    }

    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/coverage/silent")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel silent(
            @PathParam("id") long id,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("months") @DefaultValue("6") String months,
            @QueryParam("by") @DefaultValue("UNIT") String by,
            @QueryParam("segment") @DefaultValue("") String segment) {
        Silence silence = silences.of(id, unit, months(months), by(by), segment(segment));
        CoverageView view = coverages.view(id, unit, By.UNIT);
        return new StaticTemplates()
                .campaignCourseSilent(
                        titled("coverage.silent.title", view),
                        new Quiet(
                                view,
                                silence,
                                segments.list(Long.MAX_VALUE, MOST_SEGMENTS).items(),
                                courses.computable(id)));
    }

    /** @throws Problem 400 for what is no number of months */
    static int months(String text) {
        int months = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (months < 1 || months > MOST_MONTHS) {
            throw Problem.invalid("months", "coverage.invalid.months", MOST_MONTHS);
        }
        return months;
    }

    /** @throws Problem 400 for what is no number */
    static long segment(String text) {
        if (!text.matches("[0-9]{0,18}")) {
            throw Problem.invalid("segment", "web.invalid.number");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** @throws Problem 400 for what areas are not */
    static Silence.By by(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "UNIT" -> Silence.By.UNIT;
            case "SEGMENT" -> Silence.By.SEGMENT;
            default -> throw Problem.invalid("by", "list.invalid.choice");
        };
    }

    private Page titled(String key, CoverageView view) {
        Page plain = pages.titled(key, "", "");
        return pages.titled(
                key,
                plain.pick(view.head().titleZh(), view.head().titleEn()),
                plain.pick(view.unit().zh(), view.unit().en()));
    }

    /** Computes both anew. @param form names the page to return to: {@code funnel} or {@code silent} */
    @POST
    @Path("campaigns/{id: [0-9]{1,18}}/coverage/course")
    @Access(
            value = Access.Who.WORKING_OFFICERS,
            reach = Access.Reach.SUBTREE,
            limit = Limit.SEARCH,
            body = 4096,
            audited = true)
    public Response compute(@PathParam("id") long id, Form form) {
        courses.compute(id);
        String page = form.value("page").equals("silent") ? "silent" : "funnel";
        String unit = form.value("unit").matches("[0-9]{4}") ? "?unit=" + form.value("unit") : "";
        return forms.done("/desk/campaigns/" + id + "/coverage/" + page + unit, "course.done.computed");
    }
}
