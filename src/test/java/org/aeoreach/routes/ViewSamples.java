package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Requests about kept views of lists. */
final class ViewSamples {

    static final Map<String, Samples.Sample> ALL = Map.of(
            "POST /desk/views/{id}", s -> view(s, "", Map.of("version", "0", "name", "样例", "query", "")),
            "POST /desk/views/{id}/deletion", s -> view(s, "/deletion", Map.of("version", "0")),
            "POST /desk/views/{id}/beginning", s -> view(s, "/beginning", Map.of("with", "true")));

    private ViewSamples() {}

    private static Call view(Situation s, String end, Map<String, String> fields) throws SQLException {
        long owner = s.owner();
        Map<String, String> form = new TreeMap<>(fields);
        form.computeIfPresent("name", (key, name) -> name + System.nanoTime());
        return Call.to("/desk/views/" + s.view(owner) + end).form(form).ownedBy(owner);
    }
}
