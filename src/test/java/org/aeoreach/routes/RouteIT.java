package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Calls every route as every kind of viewer about records of GACC, two districts and three houses, and compares the
 * answer with the table of routes. All that is wrong is collected, so that one run tells it all.
 */
@RunAsClient
class RouteIT implements ServerTest {
    private static final List<String> UNITS = List.of("0000", "5300", "5304", "5316", "2200", "2210");

    private final List<String> faults = new ArrayList<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(4);
    private int calls;

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void answersEveryViewerAsTheTableSays() throws Exception {
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

    private void callAll(List<Route> routes, Witness witness) throws Exception {
        List<Actor> actors = actors();
        for (Route route : routes) {
            if (Samples.needsOwnSession(route)) {
                callInOwnSessions(route, actors, witness);
                // It may have ended the others of the same person.
                actors = actors();
            } else {
                call(route, actors, witness);
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

    /**
     * What must change nothing is asked side by side, and the rows are looked at once for all of it: first the refused,
     * then who may read. What changes something goes one after the other, each about records made just before.
     */
    private void call(Route route, List<Actor> actors, Witness witness) throws Exception {
        List<Attempt> refused = new ArrayList<>();
        List<Attempt> reading = new ArrayList<>();
        List<Attempt> changing = new ArrayList<>();
        for (Actor actor : actors) {
            forgetRates();
            for (String unit : units(route, actor)) {
                Attempt attempt = attempt(route, actor, unit);
                if (attempt == null) {
                    continue;
                }
                if (!attempt.allowed()) {
                    refused.add(attempt);
                } else if (route.safe()) {
                    reading.add(attempt);
                } else {
                    changing.add(attempt.made());
                }
            }
        }
        refuse(refused, witness);
        check(changing);
        // Only few may export at a time.
        check(route.access().limit() == Limit.NONE ? sideBySide(reading) : oneByOne(reading));
    }

    private static List<Attempt> oneByOne(List<Attempt> attempts) throws SQLException {
        List<Attempt> made = new ArrayList<>();
        for (Attempt attempt : attempts) {
            forgetRates();
            made.add(attempt.made());
        }
        return made;
    }

    private void callInOwnSessions(Route route, List<Actor> actors, Witness witness) throws Exception {
        for (Actor actor : actors) {
            forgetRates();
            for (String unit : units(route, actor)) {
                Attempt attempt = attempt(route, actor.inNewSession(), unit);
                if (attempt != null && attempt.allowed()) {
                    check(List.of(attempt.made()));
                } else if (attempt != null) {
                    refuse(List.of(attempt), witness);
                }
            }
        }
    }

    private static void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static @Nullable Attempt attempt(Route route, Actor actor, String unit) throws SQLException {
        Call call = Samples.of(route).in(new Situation(actor, unit));
        return call == null ? null : new Attempt(route, actor, call, expected(route.access(), actor, call), null);
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

    private void refuse(List<Attempt> attempts, Witness witness) throws Exception {
        awaitJobs();
        long before = witness.now();
        check(sideBySide(attempts));
        List<String> changed = Witness.since(before);
        if (!changed.isEmpty()) {
            faults.add("refused, but changed " + changed + ": " + culprits(attempts, witness));
        }
    }

    /** One after the other once more, to find who it was. */
    private static List<String> culprits(List<Attempt> attempts, Witness witness) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Attempt attempt : attempts) {
            long before = witness.now();
            attempt.made();
            if (!Witness.since(before).isEmpty()) {
                found.add(attempt.toString());
            }
        }
        return found;
    }

    private List<Attempt> sideBySide(List<Attempt> attempts) throws Exception {
        forgetRates();
        List<Attempt> made = new ArrayList<>();
        for (Future<Attempt> each : clients.invokeAll(attempts.stream()
                .<Callable<Attempt>>map(attempt -> attempt::made)
                .toList())) {
            made.add(each.get());
        }
        return made;
    }

    private void check(List<Attempt> made) throws SQLException {
        calls += made.size();
        Set<String> recorded = recorded(made);
        for (Attempt attempt : made) {
            attempt.fault().ifPresent(faults::add);
            attempt.auditFault(recorded).ifPresent(faults::add);
        }
    }

    /** Which of the requests left an entry in the audit. */
    private static Set<String> recorded(List<Attempt> made) throws SQLException {
        String[] requests = made.stream().map(Attempt::request).toArray(String[]::new);
        return Rows.all("select distinct request_id from audit_entry where request_id = any (?)", (Object) requests)
                .stream()
                .map(row -> row.text("request_id"))
                .collect(Collectors.toSet());
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
    static int refusal(Access access, Actor actor) {
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
            case OUTREACH_OFFICERS ->
                List.of(Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR)
                        .contains(role);
            case ROLES -> List.of(access.roles()).contains(role);
        };
    }
}
