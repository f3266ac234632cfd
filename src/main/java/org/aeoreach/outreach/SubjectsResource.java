package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;

/** The known subjects of contacts over REST: what {@code ref} of a subject may be. */
@Path("/api/v1/contact-subjects")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SubjectsResource {

    @Inject
    private Subjects subjects;

    /** Items of the standard by number, then arrangements of mutual recognition; about a hundred. */
    @GET
    @Access(Access.Who.OFFICERS)
    public List<Subject> list() {
        return subjects.all();
    }
}
