package org.aeoreach.web.form;

import gg.jte.models.runtime.JteModel;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a form: the command is carried out, or the page comes again with everything that was typed and the
 * reason beside it. Who may not see the record, or is not signed in, gets no form back.
 */
public final class Submission<C extends Record> {

    /** Sent by the conflict page: the choices made go back into the form instead of being saved. */
    private static final String EDIT = "edit";

    private static final Set<Integer> NO_FORM = Set.of(401, 403, 404);

    private final Forms forms;
    private final Form form;
    private final Class<C> command;
    private @Nullable BiFunction<Form, List<?>, JteModel> again;
    private @Nullable Supplier<Form> current;

    Submission(Forms forms, Form form, Class<C> command) {
        this.forms = forms;
        this.form = form;
        this.command = command;
    }

    /** The page that shows the form again. Without it, what is wrong is told on a page of its own. */
    public Submission<C> again(Function<Form, JteModel> page) {
        return explained((failed, candidates) -> page.apply(failed));
    }

    /** The same, for a page that also shows the records a problem is about ({@link Problem#candidates}). */
    public Submission<C> explained(BiFunction<Form, List<?>, JteModel> page) {
        again = page;
        return this;
    }

    /** The form as it would be shown now, for when somebody else changed the record meanwhile. */
    public Submission<C> current(Supplier<Form> form) {
        current = form;
        return this;
    }

    /** Reads the command, carries it out and answers. */
    public Response run(Function<C, Response> execute) {
        if (again != null && form.has(EDIT)) {
            return Response.ok(again.apply(form, List.of())).build();
        }
        try {
            return execute.apply(forms.read(form, command));
        } catch (RuntimeException fault) {
            return refused(forms.explain(fault));
        }
    }

    private Response refused(Problem problem) {
        if (again == null || NO_FORM.contains(problem.status())) {
            throw problem;
        }
        if (current != null && stale(problem)) {
            return conflict(current.get());
        }
        Response.ResponseBuilder answer = Response.status(problem.status())
                .entity(again.apply(forms.failed(form, problem), problem.candidates()));
        if (problem.retryAfter() > 0) {
            answer.header("Retry-After", problem.retryAfter());
        }
        return answer.build();
    }

    private static boolean stale(Problem problem) {
        return problem.status() == 412 || problem.slug().equals("conflict");
    }

    private Response conflict(Form now) {
        Conflict conflict = Conflict.between(form, now);
        var page = Objects.requireNonNull(forms).pages().titled("web.conflict.title");
        return Response.status(409)
                .entity(new StaticTemplates()
                        .webFormConflict(page, RequestContext.current().path(), conflict))
                .build();
    }
}
