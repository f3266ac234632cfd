package org.aeoreach.organization.people;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.organization.UnitFrame;
import org.aeoreach.organization.UnitFrames;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;

/** Who holds which role in a unit: the part of its page about people. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class UnitPeoplePages {

    @Inject
    private UnitFrames frames;

    @Inject
    private HeldRoles roles;

    @Inject
    private Clock clock;

    /** All that the page shows. @param grantable whether the viewer may grant and end roles here */
    public record Staff(UnitFrame frame, List<Held> roles, LocalDate today, boolean grantable) {}

    @GET
    @Path("units/{id: [0-9]{1,18}}/people")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel people(@PathParam("id") long id) {
        UnitFrame frame = frames.ofMine(id, UnitFrame.Part.PEOPLE);
        var staff = new Staff(frame, roles.in(id), Time.today(clock), frame.changeable());
        return new StaticTemplates().organizationUnitpeople(frames.page(frame), staff);
    }
}
