package org.aeoreach.outreach;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.enterprise.EnterpriseTabs;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.Timeline;
import org.aeoreach.web.timeline.Timelines;

/** The history of an enterprise: contacts, journey, grades and changes of its record in one stream. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class HistoryPages {

    /** What the stream can be narrowed to; the empty one is all. */
    static final List<String> KINDS = List.of("", "touchpoint", "journey", "grade", "audit");

    @Inject
    private Enterprises enterprises;

    @Inject
    private Timelines timelines;

    @Inject
    private Pages pages;

    /** What the page shows. @param kind what it is narrowed to, or empty */
    public record Shown(EnterpriseView enterprise, List<Tab> tabs, Timeline timeline, String kind) {

        public String href() {
            return href(kind);
        }

        public String href(String other) {
            return "/desk/enterprises/" + enterprise.id() + "/history" + (other.isEmpty() ? "" : "?kind=" + other);
        }

        public List<String> kinds() {
            return KINDS;
        }
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/history")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel history(
            @PathParam("id") long id, @QueryParam("kind") @DefaultValue("") String kind, @BeanParam Paging paging) {
        if (!KINDS.contains(kind)) {
            throw Problem.invalid("kind", "web.invalid.choice");
        }
        EnterpriseView enterprise = enterprises.get(id);
        Page page = pages.page("");
        var shown = new Shown(
                enterprise,
                EnterpriseTabs.of(page, id, "history"),
                timelines.of(Subject.of("enterprise", id), paging, kind),
                kind);
        return new StaticTemplates()
                .outreachHistory(pages.page(page.pick(enterprise.nameZh(), enterprise.nameEn())), shown);
    }
}
