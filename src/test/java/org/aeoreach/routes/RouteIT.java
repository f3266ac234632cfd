package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.web.Access;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Calls every route as every kind of viewer about records of GACC, two districts and three houses, and compares the
 * answer with the table of routes. All that is wrong is collected, so that one run tells it all.
 */
@RunAsClient
class RouteIT implements ServerTest {
    private static final List<String> UNITS = List.of("0000", "5300", "5304", "5316", "2200", "2210");

    private final List<String> faults = new ArrayList<>();
    private int calls;

    @Test
    void answersEveryViewerAsTheTableSays() throws SQLException {
        // Some of them while one works on these: -Daeo.routes=/me.*
        String wanted = System.getProperty("aeo.routes", ".*");
        List<Route> routes = RouteTable.routes().stream()
                .filter(route -> route.path().matches(wanted))
                .toList();
        try (Witness witness = new Witness()) {
            callAll(routes, witness);
        }
        assertThat(faults).isEmpty();
        assertThat(calls).as("calls made").isGreaterThan(routes.size() * Kind.ALL.size());
    }

    private void callAll(List<Route> routes, Witness witness) throws SQLException {
        List<Actor> actors = actors();
        for (Route route : routes) {
            for (Actor actor : actors) {
                Rows.change("delete from rate_counter");
                call(route, actor, witness);
            }
            if (Samples.needsOwnSession(route)) {
                // It may have ended the others of the same person.
                actors = actors();
            }
        }
    }

    private static List<Actor> actors() throws SQLException {
        List<Actor> actors = new ArrayList<>();
        for (Kind kind : Kind.ALL) {
            actors.add(Actor.of(kind));
        }
        return actors;
    }

    private void call(Route route, Actor actor, Witness witness) throws SQLException {
        for (String unit : units(route, actor)) {
            Actor caller = Samples.needsOwnSession(route) ? actor.inNewSession() : actor;
            Call call = Samples.of(route).in(new Situation(caller, unit));
            if (call != null) {
                make(route, caller, call, witness);
            }
        }
    }

    /** Whom the table refuses by his role, it refuses before any record is looked at: about one unit will do. */
    private static List<String> units(Route route, Actor actor) {
        if (!route.aboutRecord()) {
            return List.of(own(actor));
        }
        return refusal(route.access(), actor) == 0
                ? UNITS
                : List.of(UNITS.get(
                        Math.floorMod(route.name().hashCode() + actor.kind().hashCode(), UNITS.size())));
    }

    /** For a route about no record, the caller's own unit. */
    private static String own(Actor actor) {
        return actor.path().isEmpty()
                ? "5304"
                : actor.path().substring(actor.path().length() - 5, actor.path().length() - 1);
    }

    private void make(Route route, Actor actor, Call call, Witness witness) throws SQLException {
        calls++;
        if (!route.safe()) {
            awaitJobs();
        }
        long before = witness.now();
        HttpResponse<String> answer = call.by(actor.caller(), route.verb());
        int expected = expected(route.access(), actor, call);
        String who = route.name() + " by " + actor.kind() + " about " + call.record() + ": ";
        boolean success = answer.statusCode() >= 200 && answer.statusCode() < 400;
        if (expected == 200 ? !success : answer.statusCode() != expected) {
            faults.add(who + "answered " + answer.statusCode() + " instead of " + expected + " " + excerpt(answer));
        }
        if (!success && !Witness.since(before).isEmpty()) {
            faults.add(who + "refused, but changed " + Witness.since(before));
        }
        checkAudit(route, who, answer, success);
    }

    /** Work that an earlier call started must not look like a change by this one. */
    private static void awaitJobs() throws SQLException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (Rows.number("select count(*) from job where status in ('WAITING', 'RUNNING')"
                                + " and claimed_by is distinct from 'sample'")
                        > 0
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private static String excerpt(HttpResponse<String> answer) {
        return answer.body().startsWith("{") ? answer.body() : "";
    }

    private void checkAudit(Route route, String who, HttpResponse<String> answer, boolean success) throws SQLException {
        String request = answer.headers().firstValue("X-Request-Id").orElse("");
        boolean recorded = Rows.number("select count(*) from audit_entry where request_id = ?", request) > 0;
        boolean wanted = success && route.access().audited();
        if (recorded != wanted) {
            faults.add(who + (recorded ? "left an audit entry" : "left no audit entry"));
        }
    }

    /** The one policy: what the table says of such a call. 200 stands for any success. */
    private static int expected(Access access, Actor actor, Call call) {
        int refusal = refusal(access, actor);
        if (refusal != 0) {
            return refusal;
        }
        boolean within =
                switch (access.reach()) {
                    case NONE -> true;
                    case OWN -> call.owner() == actor.account();
                    case ENTERPRISE -> call.owner() == actor.enterprise();
                    case SUBTREE, WRITE_SUBTREE -> actor.covers(call.record());
                    case SUBTREE_AND_ABOVE ->
                        actor.covers(call.record()) || actor.path().startsWith(call.record());
                };
        if (!within) {
            return access.reach() == Access.Reach.WRITE_SUBTREE ? 403 : 404;
        }
        return call.refused().orElse(200);
    }

    /** Status with which the caller is refused whatever he calls about, or 0. */
    private static int refusal(Access access, Actor actor) {
        // The server under test is a demo installation.
        if (access.value() == Access.Who.ANYONE || access.value() == Access.Who.DEMO_OR_SIGNED_IN) {
            return 0;
        }
        if (actor.role() == null) {
            return 401;
        }
        return admitted(access, actor.role()) && hasRights(access, actor) ? 0 : 403;
    }

    private static boolean hasRights(Access access, Actor actor) {
        return actor.role() != Role.ENTERPRISE_USER || actor.rights().containsAll(List.of(access.rights()));
    }

    /** Said again here on purpose: a fault in the application's own reading of the table must not hide itself. */
    private static boolean admitted(Access access, Role role) {
        return switch (access.value()) {
            case ANYONE, DEMO_OR_SIGNED_IN, SIGNED_IN -> true;
            case OFFICERS -> role != Role.ENTERPRISE_USER;
            case WORKING_OFFICERS -> role != Role.ENTERPRISE_USER && role != Role.AUDITOR;
            case ROLES -> List.of(access.roles()).contains(role);
        };
    }
}
