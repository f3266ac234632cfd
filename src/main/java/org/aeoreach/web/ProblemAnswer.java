package org.aeoreach.web;

import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.jspecify.annotations.Nullable;

/** Words a {@link Problem} for its reader: problem+json under {@code /api}, a page elsewhere. */
@ApplicationScoped
public class ProblemAnswer {

    private static final System.Logger LOG = System.getLogger(ProblemAnswer.class.getName());

    @Inject
    private Messages messages;

    @Inject
    private Pages pages;

    @Inject
    private Json json;

    /** RFC 9457, with the fields at fault and the records it is about. */
    @JsonbNillable(false)
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable List<Field> errors,
            @Nullable List<?> candidates) {}

    /** A field of the request and what to do about it. */
    public record Field(String field, String message) {}

    /** Logs an unforeseen fault under the request's id and makes the problem that tells only that id. */
    static Problem incident(Throwable fault) {
        LOG.log(System.Logger.Level.ERROR, "Unforeseen fault", fault);
        return new Problem(500, "web.problem.incident", RequestContext.current().id());
    }

    /** What a fault means to the person who waits; one that is our own is logged under the id of the request or job. */
    public static Problem explain(Throwable fault) {
        return Mappers.problem(fault);
    }

    /** The findings of a validation a page made itself. */
    public Problem of(ConstraintViolationException violations) {
        return Violations.problem(violations);
    }

    Response response(Problem problem) {
        var builder = Response.status(problem.status()).entity(text(problem)).type(type());
        if (problem.retryAfter() > 0) {
            builder.header("Retry-After", problem.retryAfter());
        }
        if (!challenge(problem).isEmpty()) {
            builder.header("WWW-Authenticate", challenge(problem));
        }
        return builder.build();
    }

    void send(Problem problem, HttpServletResponse response) throws IOException {
        byte[] bytes = text(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(type());
        response.setContentLength(bytes.length);
        if (problem.retryAfter() > 0) {
            response.setIntHeader("Retry-After", problem.retryAfter());
        }
        response.getOutputStream().write(bytes);
    }

    /** RFC 9110 wants one with every 401; a browser would ask for a password at any other scheme. */
    private static String challenge(Problem problem) {
        boolean usual = problem.status() == 401 && RequestContext.current().isApi();
        return problem.challenge().isEmpty() && usual ? BearerToken.CHALLENGE : problem.challenge();
    }

    private static String type() {
        return RequestContext.current().isApi() ? "application/problem+json;charset=UTF-8" : "text/html;charset=UTF-8";
    }

    private String text(Problem problem) {
        Body body = body(problem, RequestContext.current().language());
        if (RequestContext.current().isApi()) {
            return json.write(body);
        }
        StringOutput page = new StringOutput();
        new StaticTemplates().webProblem(pages.page(body.title()), body).render(page);
        return page.toString();
    }

    /** The problem in words. */
    public Body body(Problem problem, Language language) {
        List<Field> fields = problem.errors().stream()
                .map(error -> new Field(error.field(), messages.text(language, error.key(), error.arguments())))
                .toList();
        return new Body(
                "/problems/" + problem.slug(),
                messages.text(language, problem.key() + ".title"),
                problem.status(),
                messages.text(language, problem.key() + ".detail", problem.arguments()),
                "urn:request:" + RequestContext.current().id(),
                fields.isEmpty() ? null : fields,
                problem.candidates().isEmpty() ? null : problem.candidates());
    }
}
