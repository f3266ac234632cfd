package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Those whom the rules keep from the hidden enterprise.
 *
 * @param near of a sister house, who share the district with it
 * @param far of another district
 * @param outside enterprises and anybody
 * @param district above the far house
 */
record Strangers(List<Actor> near, List<Actor> far, List<Actor> outside, Actor district) {

    static Strangers signedIn() throws SQLException {
        officer("stranger.sister", "5316", "UNIT_ADMINISTRATOR");
        officer("stranger.admin", "2200", "UNIT_ADMINISTRATOR");
        officer("stranger.auditor", "2200", "AUDITOR");
        return new Strangers(
                actors("dapeng.officer", "stranger.sister"),
                actors("pudong.officer", "stranger.admin", "stranger.auditor"),
                actors("textiles.user", "electronics.user", null),
                actor("shanghai.officer"));
    }

    private static List<Actor> actors(@Nullable String... logins) throws SQLException {
        List<Actor> actors = new ArrayList<>();
        for (@Nullable String login : logins) {
            actors.add(actor(login));
        }
        return actors;
    }

    private static Actor actor(@Nullable String login) throws SQLException {
        return Actor.of(new Kind(login == null ? "anonymous" : login, login, false));
    }

    /**
     * Who may call the route, one of each kind: whom the table refuses by his role, it refuses before any record is looked
     * at, as {@link RouteIT} shows.
     */
    List<Actor> of(Route route) {
        return Stream.of(
                        near.stream().filter(one -> admitted(route, one)).limit(1),
                        far.stream().filter(one -> admitted(route, one)).limit(1),
                        outside.stream().filter(one -> admitted(route, one)))
                .flatMap(each -> each)
                .toList();
    }

    /** The same and the district above. */
    List<Actor> withDistrict(Route route) {
        return Stream.concat(of(route).stream(), Stream.of(district).filter(one -> admitted(route, one)))
                .toList();
    }

    private static boolean admitted(Route route, Actor actor) {
        return RouteIT.refusal(route.access(), actor) == 0;
    }

    private static void officer(String login, String unit, String role) throws SQLException {
        Rows.number(
                "with a as (insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER', ?,"
                        + " '旁人', 'stranger@example.test', id, org_path from unit where code = ? returning id, unit_id,"
                        + " org_path) insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select id, ?, unit_id, org_path, date '2026-01-01' from a returning id",
                login,
                unit,
                role);
    }
}
