package org.aeoreach.routes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Caller;
import org.aeoreach.web.Access;

/**
 * A page of the table of routes, and somebody who may see it.
 *
 * @param name fit for a file name
 * @param path with a sample in place of each parameter
 */
public record SamplePage(String name, Caller caller, String path) {
    // Of each role the person who sees most.
    private static final Map<Role, String> PLAYERS = Map.of(
            Role.GACC_OFFICER, "gacc.officer",
            Role.DISTRICT_OFFICER, "shenzhen.officer",
            Role.HOUSE_OFFICER, "shekou.officer",
            Role.COORDINATOR, "shekou.coordinator",
            Role.UNIT_ADMINISTRATOR, "shenzhen.admin",
            Role.SYSTEM_ADMINISTRATOR, "system.admin",
            Role.ENTERPRISE_USER, "electronics.user",
            Role.AUDITOR, "gacc.auditor");
    // They answer with a redirection, with a part of a page or with what stands in a frame, not with a page.
    private static final List<String> NO_PAGES = List.of(
            "/",
            "/desk/mail/{id}/body",
            "/sign-in/provider",
            "/sign-in/provider/return",
            "/sign-in/provider/end",
            "/desk/pick/units",
            "/desk/pick/enterprises",
            "/desk/pick/subjects",
            "/desk/library/pick",
            "/desk/jobs/{id}/progress",
            "/desk/campaigns/{id}/enterprises",
            "/desk/enquiries/{id}/passages",
            "/desk/enquiries/{id}/writing",
            "/desk/touchpoints/persons",
            "/portal/search/suggestions",
            "/portal/trainings/tickets/{token}/room",
            "/portal/my/trainings/{registration}/room",
            "/desk/library/gaps/{id}");

    // Only who issued the campaign opens them, first of all the General Administration.
    private static final List<String> OWN = List.of(
            "/desk/campaigns/{id}/edit",
            "/desk/campaigns/{id}/amendment",
            "/desk/campaigns/{id}/mailings/{mailing}/edit");

    // Pages that look quite different when something is asked of them, by the path of their route and a word.
    private static final Map<String, String> STATES = Map.of(
            "/portal/search (hits)", "/portal/search?q=" + coded("高级认证企业有什么优惠"),
            "/portal/search (hits in English)", "/portal/search?q=" + coded("benefits of being an AEO"),
            "/portal/search (none)", "/portal/search?q=" + coded("紫藤萝瀑布qqzzxx"),
            "/portal/search (meant)", "/portal/search?q=" + coded("高级认征企业"),
            "/desk/campaigns/calendar (list)", "/desk/campaigns/calendar?view=LIST",
            "/desk/campaigns/calendar (nothing of mine)",
                    "/desk/campaigns/calendar?view=WEEK&whose=MINE&day=2019-01-01",
            "/portal/search (meant in English)", "/portal/search?q=" + coded("authorised economic opperator"));

    private static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Names of all pages: paths of routes, and some states of theirs. */
    public static List<String> names() {
        Stream<String> routes = RouteTable.routes().stream()
                .filter(route -> route.verb().equals("GET") && route.html() && !NO_PAGES.contains(route.path()))
                .map(Route::path);
        return Stream.concat(routes, STATES.keySet().stream().sorted()).toList();
    }

    /** Makes the records the page shows, if it needs any, and signs its viewer in. */
    public static SamplePage of(String name) throws SQLException {
        String path = name.replaceFirst(" \\(.*", "");
        Route route = RouteTable.routes().stream()
                .filter(each -> each.name().equals("GET " + path))
                .findFirst()
                .orElseThrow();
        // What officers may open there, too, is an enterprise's first of all.
        Actor actor = Actor.of(
                name.startsWith("/portal/my/") ? player(PLAYERS.get(Role.ENTERPRISE_USER)) : viewer(route.access()));
        // What is somebody's own does not hang on a unit; samples take this house for his.
        String unit = name.startsWith("/portal/my/") ? "5304" : OWN.contains(path) ? "0000" : "5300";
        Call call = Objects.requireNonNull(Samples.of(route).in(new Situation(actor, unit)));
        return new SamplePage(fileName(name), actor.caller(), STATES.getOrDefault(name, call.path()));
    }

    private static Kind viewer(Access access) {
        return switch (access.value()) {
            case ANYONE, DEMO_OR_SIGNED_IN -> player(null);
            case SIGNED_IN, OFFICERS, WORKING_OFFICERS -> player("shenzhen.admin");
            case OUTREACH_OFFICERS -> player(PLAYERS.get(Role.GACC_OFFICER));
            case ROLES -> player(PLAYERS.get(access.roles()[0]));
        };
    }

    private static Kind player(@org.jspecify.annotations.Nullable String login) {
        return new Kind(login == null ? "anonymous" : login, login, false);
    }

    private static String fileName(String path) {
        return path.substring(1).replaceAll("[{}()]", "").replace(' ', '-').replace('/', '-');
    }
}
