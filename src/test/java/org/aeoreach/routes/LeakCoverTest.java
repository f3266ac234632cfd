package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.junit.jupiter.api.Test;

/** No route is left out where it is tried whether it tells of a hidden enterprise. */
class LeakCoverTest {

    @Test
    void everyRouteIsTriedOrHasAReason() {
        assertThat(RouteTable.routes())
                .allSatisfy(route -> assertThat(Way.of(route)).isNotEmpty());
    }

    @Test
    void aNewRouteThatNamesARecordIsRefusedUntilItIsThoughtOf() throws NoSuchMethodException {
        Access access = LeakCoverTest.class.getDeclaredMethod("example").getAnnotation(Access.class);
        for (String name : List.of("GET /desk/something/{id}", "POST /desk/something", "POST /desk/something/{id}")) {
            String[] parts = name.split(" ");
            Route route = new Route(parts[0], parts[1], access, true, "Example.example", List.of());
            assertThatThrownBy(() -> Way.of(route)).hasMessageContaining(name);
        }
    }

    @Access(value = Access.Who.OFFICERS, limit = Limit.NONE)
    private static void example() {}

    @Test
    void everyReasonAndBodyIsOfARoute() {
        List<String> names = RouteTable.routes().stream().map(Route::name).toList();
        assertThat(Bodies.routes()).isSubsetOf(names);
        assertThat(RowFiles.ROUTES).isSubsetOf(names);
        assertThat(Way.REASONS.keySet()).allMatch(reason -> names.stream()
                .anyMatch(name -> reason.matcher(name).matches()));
    }

    @Test
    void everyNumberInAnAddressIsOfARoute() {
        assertThat(Probes.kinds()).allMatch(kind -> RouteTable.routes().stream()
                .anyMatch(route -> route.verb().equals("GET")
                        && Probes.about(route.path())
                                .filter(path -> path.contains("{" + kind + "}"))
                                .isPresent()));
    }
}
