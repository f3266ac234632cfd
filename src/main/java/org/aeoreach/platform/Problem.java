package org.aeoreach.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be fulfilled, for a reason the reader can be told (RFC 9457). Title and detail are the
 * messages {@code <key>.title} and {@code <key>.detail}; features subclass it with a name that says the fact.
 */
public class Problem extends RuntimeException {

    private final String key;
    private final int status;
    private final transient @Nullable Object[] arguments;
    private final transient List<FieldError> errors;

    /**
     * @param status HTTP status, 400 to 599
     * @param key message key, {@code <feature>.problem.<slug>}; the slug is the end of the problem's type URI
     * @param arguments for the detail's pattern
     */
    public Problem(int status, String key, @Nullable Object... arguments) {
        this(status, key, List.of(), arguments);
    }

    public Problem(int status, String key, List<FieldError> errors, @Nullable Object... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
        this.errors = List.copyOf(errors);
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    public String slug() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    public @Nullable Object[] arguments() {
        return arguments.clone();
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Seconds after which the same request may succeed; 0 when waiting does not help. */
    public int retryAfter() {
        return 0;
    }

    /** Records the reader may see that it is about, such as those a new one may be; each is told as it is. */
    public List<?> candidates() {
        return List.of();
    }

    /** How to be admitted, for the header WWW-Authenticate; empty for the API's usual way, and none outside it. */
    public String challenge() {
        return "";
    }

    /** One field and the key of the message that says what is wrong with it. */
    public record FieldError(
            String field, String key, @Nullable Object... arguments) {}

    /** A single field that breaks a rule Bean Validation cannot express. */
    public static Problem invalid(String field, String key, @Nullable Object... arguments) {
        return new Problem(400, "web.problem.validation", List.of(new FieldError(field, key, arguments)));
    }

    /** There is no such thing, or the viewer may not know of it. */
    public static Problem notFound() {
        return new Problem(404, "web.problem.not-found");
    }

    /** Somebody changed the record after it was read. */
    public static Problem stale() {
        return new Problem(412, "web.problem.precondition-failed");
    }

    public static Problem forbidden() {
        return new Problem(403, "web.problem.forbidden");
    }
}
