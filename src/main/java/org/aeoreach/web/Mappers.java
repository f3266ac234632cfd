package org.aeoreach.web;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.jspecify.annotations.Nullable;

/** Turns whatever a request ends in into one {@link Problem}. */
@Provider
public class Mappers implements ExceptionMapper<Throwable> {

    private static final Map<Integer, String> BY_STATUS = Map.of(
            400, "web.problem.malformed-request",
            401, "web.problem.not-signed-in",
            403, "web.problem.forbidden",
            404, "web.problem.not-found",
            405, "web.problem.method-not-allowed",
            406, "web.problem.not-acceptable",
            413, "web.problem.too-large",
            415, "web.problem.unsupported-media-type");

    @Inject
    private ProblemAnswer answer;

    @Override
    public Response toResponse(Throwable fault) {
        Response redirect = redirect(fault);
        return redirect != null ? redirect : answer.response(problem(fault));
    }

    private static @Nullable Response redirect(Throwable fault) {
        return fault instanceof WebApplicationException web && web.getResponse().getStatus() < 400
                ? web.getResponse()
                : null;
    }

    static Problem problem(Throwable fault) {
        return chain(fault)
                .map(Mappers::known)
                .filter(found -> found != null)
                .findFirst()
                .orElseGet(() -> ProblemAnswer.incident(fault));
    }

    private static @Nullable Problem known(Throwable fault) {
        if (fault instanceof Problem problem) {
            return problem;
        }
        if (fault instanceof ConstraintViolationException violations) {
            return Violations.problem(violations);
        }
        if (fault instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status >= 500 ? null : ofStatus(status);
        }
        if (fault instanceof OptimisticLockException) {
            return new Problem(409, "web.problem.conflict");
        }
        if (fault instanceof ProcessingException) {
            return fault.getCause() == null ? new Problem(400, "web.problem.malformed-request") : null;
        }
        if (fault instanceof XAException) {
            // The server tells of a connection lost at commit without the error of the database.
            return new Unavailable("web.problem.database-away", 5);
        }
        return fault instanceof SQLException sql ? Database.problem(sql) : null;
    }

    /** The problem a status stands for when nothing else is known. */
    static Problem ofStatus(int status) {
        if (status >= 500) {
            return new Problem(
                    500, "web.problem.incident", RequestContext.current().id());
        }
        String key = BY_STATUS.get(status);
        if (key == null) {
            return new Problem(status, "web.problem.malformed-request");
        }
        return status == 413 ? BoundedInput.tooLarge(1 << 20) : new Problem(status, key, "");
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.<Throwable>iterate(fault, t -> t != null, Throwable::getCause)
                .limit(20);
    }
}
