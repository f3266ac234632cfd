package org.aeoreach.web.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.Pages;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.Toasts;

/** Carries out the commands of forms. */
@ApplicationScoped
public class Forms {

    @Inject
    private Validator validator;

    @Inject
    private ProblemAnswer problems;

    @Inject
    private Pages pages;

    @Inject
    private Toasts toasts;

    /** Begins to carry out what a form asks for. */
    public <C extends Record> Submission<C> submit(Form form, Class<C> command) {
        return new Submission<>(this, form.about(command), command);
    }

    /**
     * The answer to a command that was carried out: leads to a page that says so once.
     *
     * @param doneKey message key {@code <feature>.done.<what>}
     */
    public Response done(String path, String doneKey) {
        return Response.status(303)
                .location(URI.create(path))
                .cookie(toasts.of(doneKey))
                .build();
    }

    /**
     * The command a form asks for.
     *
     * @throws Problem 400 with every field that cannot be read or breaks a constraint, in the order of the command
     */
    public <C extends Record> C read(Form form, Class<C> type) {
        Binding binding = new Binding(form);
        C command = binding.command(type);
        List<Problem.FieldError> errors = new ArrayList<>(binding.unreadable());
        Set<String> told = errors.stream().map(Problem.FieldError::field).collect(Collectors.toSet());
        var violations = validator.validate(command);
        if (!violations.isEmpty()) {
            problems.of(new ConstraintViolationException(violations)).errors().stream()
                    .filter(error -> told.add(error.field()))
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            Rules rules = Rules.of(type);
            errors.sort(Comparator.comparingInt(error -> rules.place(error.field())));
            throw new Problem(400, "web.problem.validation", errors);
        }
        return command;
    }

    /** The form with everything that is wrong with what stands in it; the form itself when nothing is. */
    public <C extends Record> Form checked(Form form, Class<C> type) {
        try {
            read(form, type);
            return form;
        } catch (Problem problem) {
            return failed(form, problem);
        }
    }

    Problem explain(RuntimeException fault) {
        return ProblemAnswer.explain(fault);
    }

    /** The form with a problem in the reader's words. */
    Form failed(Form form, Problem problem) {
        ProblemAnswer.Body body =
                problems.body(problem, RequestContext.current().language());
        List<ProblemAnswer.Field> fields = body.errors();
        boolean general = fields == null || fields.isEmpty();
        return form.failed(new Form.Fault(
                fields == null ? List.of() : fields, general ? body.title() : null, general ? body.detail() : null));
    }

    Pages pages() {
        return pages;
    }
}
