package org.aeoreach.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Bean Validation's findings as fields and message keys, worded later in the reader's language. */
final class Violations {

    private Violations() {}

    static Problem problem(ConstraintViolationException violations) {
        List<Problem.FieldError> errors = violations.getConstraintViolations().stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(Problem.FieldError::field))
                .toList();
        return new Problem(400, "web.problem.validation", errors);
    }

    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        boolean open = constraint.equals("Size") && Integer.valueOf(0).equals(attributes.get("min"));
        return new Problem.FieldError(
                field(violation.getPropertyPath()),
                open ? most(violation.getInvalidValue()) : "web.invalid." + constraint,
                attributes.getOrDefault("min", attributes.getOrDefault("value", "")),
                attributes.getOrDefault("max", ""));
    }

    private static String most(@Nullable Object value) {
        return value instanceof CharSequence ? "web.invalid.most-characters" : "web.invalid.most-entries";
    }

    /** The path without method and parameter: what the client called the field. */
    private static String field(Path path) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : path) {
            boolean property = node.getKind() == jakarta.validation.ElementKind.PROPERTY;
            if (property || node.getKind() == jakarta.validation.ElementKind.PARAMETER) {
                names.add(node.getName());
            }
        }
        // A parameter that holds the body is no field of it.
        boolean ofMethod = path.iterator().next().getKind() == jakarta.validation.ElementKind.METHOD;
        return String.join(".", ofMethod && names.size() > 1 ? names.subList(1, names.size()) : names);
    }
}
