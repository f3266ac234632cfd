package org.aeoreach.faults;

import java.io.IOException;

/** Single substitutions, for tests that need one and not a whole ledger. */
final class Arrangements {

    static final String PATH = "/api/v1/substitutions";

    private Arrangements() {}

    /** One of dapeng.absent by dapeng.officer on a day. */
    static String body(Client client, String day) throws IOException {
        String assignment =
                client.get("/api/v1/people/" + person(client, "dapeng.absent")).field("assignmentId");
        return "{\"assignmentId\":%s,\"substituteId\":%s,\"firstDay\":\"%s\",\"lastDay\":\"%3$s\"}"
                .formatted(assignment, person(client, "dapeng.officer"), day);
    }

    private static String person(Client client, String login) throws IOException {
        return client.get("/api/v1/people?q=" + login).field("id");
    }

    /** How many there are on that day. */
    static long on(Store store, String day) {
        return store.number("select count(*) from aeo.substitution where first_day = date '" + day + "'");
    }
}
