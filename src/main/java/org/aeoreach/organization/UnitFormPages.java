package org.aeoreach.organization;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.Access;
import org.aeoreach.web.ProblemAnswer;

/** Renaming a unit from its page; what was typed wrong comes back with the reason beside it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class UnitFormPages {

    @Inject
    private Units units;

    @Inject
    private UnitPages desk;

    @Inject
    private Validator validator;

    @Inject
    private ProblemAnswer problems;

    @POST
    @Path("units/{id: [0-9]{1,18}}/name")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 8192,
            audited = true)
    public Response rename(
            @PathParam("id") long id,
            @FormParam("version") long version,
            @FormParam("nameZh") String nameZh,
            @FormParam("nameEn") String nameEn,
            @FormParam("validFrom") String validFrom) {
        try {
            units.rename(id, version, renaming(nameZh, nameEn, validFrom));
            return Response.status(303)
                    .location(URI.create("/desk/units/" + id))
                    .build();
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            var fields =
                    problems.body(problem, RequestContext.current().language()).errors();
            var form = new UnitForm(nameZh, nameEn, validFrom, fields == null ? java.util.List.of() : fields);
            return Response.status(400).entity(desk.unitPage(id, form)).build();
        }
    }

    private Units.Renaming renaming(String nameZh, String nameEn, String validFrom) {
        LocalDate from;
        try {
            from = LocalDate.parse(validFrom);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("validFrom", "web.invalid.date");
        }
        var renaming = new Units.Renaming(nameZh.strip(), nameEn.isBlank() ? null : nameEn.strip(), from);
        var violations = validator.validate(renaming);
        if (!violations.isEmpty()) {
            throw problems.of(new ConstraintViolationException(violations));
        }
        return renaming;
    }
}
