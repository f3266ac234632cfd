package org.aeoreach.routes;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of a route by a viewer, and once it was made what came of it.
 *
 * @param expected status; 200 stands for any success
 * @param answer null until it was made
 */
record Attempt(
        Route route,
        Actor actor,
        Call call,
        int expected,
        @Nullable HttpResponse<String> answer) {

    boolean allowed() {
        return expected == 200;
    }

    Attempt made() {
        return new Attempt(route, actor, call, expected, call.by(actor.caller(), route.verb()));
    }

    private HttpResponse<String> given() {
        return Objects.requireNonNull(answer, "not made");
    }

    private boolean succeeded() {
        return given().statusCode() >= 200 && given().statusCode() < 400;
    }

    String request() {
        return given().headers().firstValue("X-Request-Id").orElse("");
    }

    /** How the answer differs from what the table says. */
    Optional<String> fault() {
        boolean right = allowed() ? succeeded() : given().statusCode() == expected;
        String excerpt = given().body().startsWith("{") ? given().body() : "";
        return right
                ? Optional.empty()
                : Optional.of(this + ": answered " + given().statusCode() + " instead of " + expected + " " + excerpt);
    }

    /** @param recorded requests that left an audit entry */
    Optional<String> auditFault(Set<String> recorded) {
        boolean entered = recorded.contains(request());
        return entered == (succeeded() && route.access().audited())
                ? Optional.empty()
                : Optional.of(this + (entered ? ": left an audit entry" : ": left no audit entry"));
    }

    @Override
    public String toString() {
        return route.name() + " by " + actor.kind() + " about " + call.record();
    }
}
