package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whom the rules keep from an enterprise cannot tell it from one that does not exist: not by page, API, search, filter,
 * count, cursor, export, picker, error or redirection. Every route that is read is read about an enterprise that has
 * something of everything, and again about numbers and names nobody has; the answers must be the same, and must tell none
 * of its marks. That the marks are where one who may see them looks is checked beside it, or else silence would prove
 * nothing. What is written is the matter of {@link LeakWritingIT}; how each route refuses by role, and that a refusal
 * changes nothing, that of {@link RouteIT}.
 */
@RunAsClient
class LeakIT implements ServerTest {

    // They tell how far something is, how many there are or that it is too late, what is on for everybody who comes, or
    // ask him something, with no word of the record.
    private static final Pattern WITHOUT_WORDS = Pattern.compile(
            ".*/(progress|cancellation|count|columns|preview|undo|kept|funnel|sisters|silent|work|writing|passages|campaigns/[^/]*/enterprises|representations/[^/]*"
                    + "|(registrations|trainings)/[^/]*/programme|(trainings|training-registrations)/[^/]*/materials(/[^/]*)?"
                    + "|my/trainings/[^/]*/(absence|check|feedback|observation|room))");

    private static final String[] SEARCHED = {
        "/desk/enterprises",
        "/desk/enterprises/export",
        "/desk/touchpoints",
        "/desk/tasks",
        "/desk/partners",
        "/desk/coordinations",
        "/desk/transfer-requests",
        "/desk/enquiries",
        "/desk/search",
        "/desk/pick/enterprises",
        "/api/v1/enterprises/search"
    };

    private static final String[] VISIBLE = {
        "nameZh",
        "nameEn",
        "code",
        "uscc",
        "phone",
        "mailAddress",
        "person",
        "personMail",
        "partnerName",
        "said",
        "taskTitle",
        "segmentName",
        "question",
        "enquiryNumber"
    };

    private LeakWorld world;
    private Comparison comparison;

    @BeforeEach
    void makeTheEnterprise() throws Exception {
        world = LeakWorld.made();
        comparison = new Comparison(world);
    }

    @Test
    void theEnterpriseHasSomethingOfEverything() throws Exception {
        Set<String> without = new TreeSet<>();
        for (Rows.Row table : Rows.all(
                "select c.table_name as name from information_schema.columns c join information_schema.tables t"
                        + " using (table_schema, table_name) where c.table_schema = 'aeo' and c.column_name = 'enterprise_id'"
                        + " and t.table_type = 'BASE TABLE'")) {
            String name = table.text("name");
            if (Rows.number("select count(*) from " + name + " where enterprise_id = "
                            + world.hidden().in("{enterprise}"))
                    == 0) {
                without.add(name);
            }
        }
        assertThat(without)
                .as("tables in which it is missing: make a row in hidden-enterprise.sql")
                .isEmpty();
    }

    @Test
    void noListCountOrFileOfAStrangerChangesWhenItAppears() {
        assertThat(world.before().keySet()).hasSizeGreaterThan(250);
        for (Map.Entry<String, String> list : world.before().entrySet()) {
            String now = world.after().getOrDefault(list.getKey(), "");
            comparison.tells(list.getKey() + " ", now);
            String path = list.getKey().replaceFirst("^\\S+ ", "");
            if (!Comparison.MOVING.matcher(path).matches()) {
                comparison.differs(list.getKey() + " ", list.getValue(), now);
            }
        }
        assertThat(comparison.found()).isEmpty();
    }

    @Test
    void noAnswerTellsAStrangerWhatAnInsiderIsTold() throws Exception {
        Set<String> shown = new ConcurrentSkipListSet<>();
        Queue<String> silent = new ConcurrentLinkedQueue<>();
        Probes probes = new Probes(world.insiders());
        Work.onEach(read(), route -> {
            for (String probe : probes.of(route)) {
                Set<String> told = toldToAnInsider(probe);
                shown.addAll(told);
                if (told.isEmpty()
                        && probe.contains("{")
                        && !WITHOUT_WORDS.matcher(probe).matches()) {
                    silent.add(probe);
                }
                for (Actor stranger : world.strangers().of(route)) {
                    comparison.asked(stranger.caller(), probe);
                }
            }
        });
        assertThat(comparison.found()).isEmpty();
        assertThat(silent)
                .as("what shows nobody anything, so that silence proves nothing")
                .isEmpty();
        assertThat(shown).as("marks that were seen by insiders").contains(VISIBLE);
    }

    /** Who signs in or looks at a trail that holds what he asked for himself is read once, as a list. */
    private static List<Route> read() {
        return RouteTable.routes().stream()
                .filter(route ->
                        Way.of(route).contains(Way.LIST) || Way.of(route).contains(Way.RECORD))
                .filter(route -> !route.path().matches("/(desk|api/v1)/audit.*|/(desk|api/v1)/units/\\{.*"))
                .toList();
    }

    /** By the first of them who is told anything. */
    private Set<String> toldToAnInsider(String probe) throws Exception {
        for (Caller insider : world.insiders()) {
            List<String> told = comparison.told(insider, probe);
            if (!told.isEmpty()) {
                return Set.copyOf(told);
            }
        }
        return Set.of();
    }

    /** Filters, searches and places in a list; what it would let through is counted as little as it is shown. */
    @Test
    void noFilterOfAListLetsItThrough() throws Exception {
        Set<String> found = new ConcurrentSkipListSet<>();
        Probes probes = new Probes(world.insiders());
        Set<String> searched = Set.of(SEARCHED);
        Work.onEach(read(), route -> {
            for (String probe : probes.filtering(route)) {
                if (searched.contains(route.path())
                        && !found.contains(route.path())
                        && !toldToAnInsider(probe).isEmpty()) {
                    found.add(route.path());
                }
                for (Actor stranger : world.strangers().of(route)) {
                    comparison.asked(stranger.caller(), probe);
                }
            }
        });
        assertThat(comparison.found()).isEmpty();
        assertThat(found).as("lists in which an insider finds it").contains(SEARCHED);
    }
}
