package org.aeoreach.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** JSON as it is written to and comes from a column of the database. */
public final class JsonText {

    /** Found once: {@code jakarta.json.Json} looks for it in every archive of the server each time it is asked for anything. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    public static JsonObject object(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    public static JsonArray array(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
