package org.aeoreach.enterprise.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Credit grades over REST, and how many AEOs there were on a day. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class GradesResource {

    @Inject
    private Grades grades;

    @Inject
    private Facts facts;

    @Inject
    private CreditRules rules;

    @Inject
    private AeoCounts counts;

    /** The rule sets, and the grades each knows. */
    @GET
    @Path("credit-rules")
    @Access(Access.Who.OFFICERS)
    public List<CreditRules.RuleSet> rules() {
        return rules.all();
    }

    /** AEOs within the viewer's range at the end of each quarter, or on one day, by the definition of the day. */
    @GET
    @Path("aeo-counts")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public List<AeoCounts.Count> counts(@QueryParam("on") @DefaultValue("") String on) {
        if (on.isEmpty()) {
            return counts.quarters();
        }
        try {
            return counts.counts(List.of(LocalDate.parse(on)));
        } catch (DateTimeException e) {
            throw Problem.invalid("on", "web.invalid.date");
        }
    }

    @GET
    @Path("{id: [0-9]{1,18}}/grades")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<GradePeriod> list(@PathParam("id") long id) {
        facts.standing(id);
        return grades.of(id);
    }

    /** A new grade from a day on. */
    @POST
    @Path("{id: [0-9]{1,18}}/grades")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Grades.GradeChange change) {
        return tagged(grades.change(id, Versions.required(ifMatch), change));
    }

    /** A grade of before, on days that have none yet. */
    @POST
    @Path("{id: [0-9]{1,18}}/grades/past")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response addPast(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Grades.PastGrade past) {
        return tagged(grades.addPast(id, Versions.required(ifMatch), past));
    }

    private static Response tagged(FactsView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
