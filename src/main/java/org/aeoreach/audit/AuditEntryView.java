package org.aeoreach.audit;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.aeoreach.scope.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit within the viewer's range.
 *
 * @param who who acted, when the viewer may see that person; the account id is always told
 * @param forWhom the absent person he stood in for
 * @param address where the request came from; null for what the system did
 * @param changes field to [from, to]
 * @param token by which a program acted for that person; null when he acted himself
 * @param chain with {@code seq} the entry's place in the hash chains
 */
public record AuditEntryView(
        long id,
        Instant at,
        @Nullable Long accountId,
        PersonNames.@Nullable Person who,
        @Nullable Long absentId,
        PersonNames.@Nullable Person forWhom,
        @Nullable String address,
        @Nullable String requestId,
        String action,
        String recordType,
        @Nullable String recordId,
        String orgPath,
        JsonObject changes,
        int chain,
        long seq,
        @Nullable Token token) {

    /** The personal access token a program showed, by the name it had then. */
    public record Token(long id, String name) {}

    /** The changed fields, for the page. */
    public List<Change> fields() {
        return fields(changes);
    }

    static List<Change> fields(JsonObject changes) {
        return changes.entrySet().stream()
                .map(field -> new Change(
                        field.getKey(),
                        text(field.getValue().asJsonArray().get(0)),
                        text(field.getValue().asJsonArray().get(1))))
                .toList();
    }

    private static String text(JsonValue value) {
        if (value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** A field from what to what; empty where there was or is nothing. */
    public record Change(String field, String from, String to) {}
}
