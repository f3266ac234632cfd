package org.aeoreach.audit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** The fields of a record that change, each from what to what. Secrets do not belong here. */
public final class Changes {

    private record Change(@Nullable Object from, @Nullable Object to) {}

    private final Map<String, Change> fields = new LinkedHashMap<>();

    private Changes() {}

    /** No field: the action says all. */
    public static Changes none() {
        return new Changes();
    }

    /** Adds a field unless it stays as it is. */
    public Changes with(String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            fields.put(field, new Change(from, to));
        }
        return this;
    }

    /** Adds a field of a new record. */
    public Changes with(String field, @Nullable Object to) {
        return with(field, null, to);
    }

    String json() {
        JsonObjectBuilder object = JsonText.JSON.createObjectBuilder();
        fields.forEach((field, change) -> {
            JsonArrayBuilder pair = JsonText.JSON.createArrayBuilder();
            add(pair, change.from());
            add(pair, change.to());
            object.add(field, pair);
        });
        return object.build().toString();
    }

    private static void add(JsonArrayBuilder pair, @Nullable Object value) {
        if (value == null) {
            pair.addNull();
        } else if (value instanceof Long number) {
            pair.add(number);
        } else if (value instanceof Integer number) {
            pair.add(number);
        } else if (value instanceof Boolean flag) {
            pair.add(flag);
        } else {
            pair.add(value.toString());
        }
    }
}
