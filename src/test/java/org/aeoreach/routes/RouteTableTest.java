package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    // Cookies of the reader's own, what is shown as it will look, and questions too long for an address.
    private static final List<String> KEEPS_NOTHING = List.of(
            "/desk/coordinations/choice",
            "/desk/campaigns/work/choice",
            "/desk/enquiries/choice",
            "/desk/segments/draft",
            "/desk/transfer-requests/begun",
            "/api/v1/segments/count",
            "/language",
            "/display",
            "/markdown/preview",
            "/portal/ask/answers",
            "/desk/enquiries/new/part",
            // Only fills in the words of a template.
            "/desk/enquiries/{id}/template",
            // Unfinished words are their author's alone; what becomes of them is audited.
            "/desk/enquiries/{id}/drafts",
            "/api/v1/enquiries/{id}/draft",
            // That a document spared an enquiry is only counted.
            "/portal/ask/answered",
            // What readers open is only counted.
            "/portal/search/opened",
            // What readers say of a document is kept without a name: there is nobody it could be laid to.
            "/portal/library/documents/{code}/feedback");

    @Test
    void writesTableOfRoutes() throws IOException {
        String table = RouteTable.markdown();
        Files.writeString(Path.of("target", "routes.md"), table);
        assertThat(table).contains("| GET | `/api/v1/units/{id}` | SIGNED_IN |");
    }

    /** Twelve hundred delegates come from one address; each of them has a ticket of his own. */
    @Test
    void limitsWhatIsDoneWithTicketsSoThatAHallMayDoIt() {
        assertThat(RouteTable.routes().stream()
                        .filter(route ->
                                route.verb().equals("POST") && route.path().startsWith("/portal/trainings/tickets/"))
                        .toList())
                .hasSizeGreaterThan(8)
                .allSatisfy(route ->
                        assertThat(route.access().limit()).as(route.name()).isEqualTo(Limit.TICKET));
        assertThat(Limit.TICKET.perAddress()).isGreaterThan(1200 * 4);
    }

    @Test
    void declaresEachRouteOnce() {
        List<String> names = RouteTable.routes().stream().map(Route::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void declaresReachOfEveryRouteThatNamesRecord() {
        // Everybody signed in may read these: units are reference data, documents are published.
        List<String> open = List.of(
                "/api/v1/units/{id}",
                "/api/v1/units/{id}/names",
                "/desk/units/{id}",
                "/desk/units/{id}/units",
                "/desk/units/{id}/history",
                "/api/v1/documents/{id}",
                "/api/v1/documents/{id}/asOf",
                "/api/v1/documents/{id}/versions",
                "/api/v1/documents/{id}/versions/{version}",
                "/desk/library/{id}",
                "/desk/library/{id}/newer",
                "/desk/library/{id}/versions/{version}",
                // Training that is out is for everybody.
                "/portal/trainings/{id}",
                "/portal/trainings/{id}/arrival",
                "/portal/my/trainings/sessions/{id}",
                "/api/v1/portal/trainings/{id}",
                "/portal/trainings/{id}/programme",
                "/portal/trainings/{id}.ics",
                "/api/v1/portal/trainings/{id}/programme",
                "/api/v1/portal/trainings/{id}/registrations",
                // When a unit works is no secret.
                "/api/v1/working-time/units/{id}/hours",
                "/api/v1/working-time/units/{id}/reckoning",
                // Every officer looks for a room everywhere.
                "/api/v1/training-bases/{id}",
                "/api/v1/training-bases/{id}/rooms",
                "/api/v1/training-rooms/{id}",
                "/desk/trainings/bases/{id}",
                "/desk/trainings/rooms/{id}",
                // What is offered as a template is for everybody.
                "/desk/campaigns/{id}/adoption",
                // Words that were asked and words that mean the same are of no unit.
                "/desk/library/gaps/{id}",
                "/desk/library/same/{id}/removal");
        assertThat(RouteTable.routes())
                .filteredOn(route -> route.path().contains("{id}") && !open.contains(route.path()))
                .allMatch(Route::aboutRecord, "declares what becomes of a record of another unit");
    }

    @Test
    void auditsEveryRouteThatChangesSomething() {
        // A reader's language is nobody else's business.
        assertThat(RouteTable.routes())
                .filteredOn(route -> !route.safe() && !KEEPS_NOTHING.contains(route.path()))
                .allMatch(route -> route.access().audited(), "is audited");
    }

    @Test
    void namesRolesExactlyWhereRolesDecide() {
        assertThat(RouteTable.routes())
                .allMatch(route -> (route.access().value() == Access.Who.ROLES)
                        == (route.access().roles().length > 0));
    }

    @Test
    void hasSampleForEveryRouteAndNoOther() {
        List<String> names = RouteTable.routes().stream().map(Route::name).toList();
        assertThat(names).allMatch(name -> Samples.known(name), "has a sample in Samples");
        assertThat(Samples.names()).isSubsetOf(names);
    }
}
