package org.aeoreach.search;

import java.util.Map;

/**
 * How far an index has come; kept in each of its commits.
 *
 * @param name of the index, new whenever it is made again
 * @param schema of its fields; another one means it has to be made again
 * @param origin the database it was made from
 * @param below all transactions below this number are in it, and perhaps some above
 */
record Position(String name, String schema, String origin, long below) {

    Position at(long reached) {
        return new Position(name, schema, origin, reached);
    }

    Map<String, String> userData() {
        return Map.of("name", name, "schema", schema, "origin", origin, "below", Long.toString(below));
    }

    static Position of(Map<String, String> data) {
        String below = data.getOrDefault("below", "");
        if (!below.matches("[0-9]{1,18}")) {
            throw new DamagedIndex("the commit has no position");
        }
        return new Position(
                data.getOrDefault("name", ""),
                data.getOrDefault("schema", ""),
                data.getOrDefault("origin", ""),
                Long.parseLong(below));
    }
}
