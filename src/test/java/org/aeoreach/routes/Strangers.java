package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** Those whom the rules keep from the hidden enterprise. */
final class Strangers {
    /** So many of them, the first ones, are officers. */
    static final int OFFICERS = 6;

    private Strangers() {}

    /** A house and the administration and audit of another district, a sister house, enterprises, and anybody. */
    static List<Caller> signedIn() throws SQLException {
        officer("stranger.admin", "2200", "UNIT_ADMINISTRATOR");
        officer("stranger.auditor", "2200", "AUDITOR");
        officer("stranger.sister", "5316", "UNIT_ADMINISTRATOR");
        return Stream.concat(
                        Stream.of(
                                        "pudong.officer",
                                        "dapeng.officer",
                                        "shanghai.officer",
                                        "stranger.admin",
                                        "stranger.auditor",
                                        "stranger.sister",
                                        "textiles.user",
                                        "electronics.user")
                                .map(Caller::signedIn),
                        Stream.of(Caller.anonymous()))
                .toList();
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
