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
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.Timeline;
import org.aeoreach.web.timeline.Timelines;

/** The history of an enterprise: contacts, journey, grades, letters to its people and changes of its record in one stream. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class HistoryPages {

    /** What the stream can be narrowed to; the empty one is all. */
    static final List<String> KINDS = List.of("", "touchpoint", "journey", "grade", "letter", "audit");

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private Timelines timelines;

    /** What the page shows. @param kind what it is narrowed to, or empty */
    public record Shown(EnterpriseFrame frame, Timeline timeline, String kind) {

        public String href() {
            return href(kind);
        }

        public String href(String other) {
            return frame.href() + "/history" + (other.isEmpty() ? "" : "?kind=" + other);
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
        EnterpriseFrame frame = frames.frame(id, "history");
        Timeline timeline = timelines.of(Subject.of("enterprise", id), paging, kind);
        return new StaticTemplates().outreachHistory(new Shown(frame, timeline, kind));
    }
}
