package org.aeoreach.faults;

import java.io.IOException;
import java.time.LocalDate;

/** A unit whose names are counted: each renaming reads the version and the count and writes the next of both. */
record Renaming(Client client, long unit) {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    static Renaming of(Client client, Store store, String code) {
        return new Renaming(client, store.number("select id from aeo.unit where code = '" + code + "'"));
    }

    /** Reads the unit and renames it; somebody else may be faster, and the reading may be put off as well. */
    Client.Answer next() throws IOException {
        Client.Answer now = client.get("/api/v1/units/" + unit);
        if (!now.succeeded()) {
            return now;
        }
        int count = count(now);
        String body = "{\"nameZh\":\"第%d名\",\"validFrom\":\"%s\"}".formatted(count + 1, FIRST.plusDays(count + 1));
        return client.put("/api/v1/units/" + unit + "/name", body, now.header("ETag"));
    }

    /** The number in the present name; 0 before the first renaming. */
    static int count(Client.Answer unit) {
        String name = unit.field("nameZh");
        return name.matches("第[0-9]+名") ? Integer.parseInt(name.substring(1, name.length() - 1)) : 0;
    }

    int count() throws IOException {
        return count(client.get("/api/v1/units/" + unit));
    }

    /** Holds every renaming up until the connection ends its transaction. */
    String lock() {
        return "select 1 from aeo.unit where id = " + unit + " for update";
    }
}
