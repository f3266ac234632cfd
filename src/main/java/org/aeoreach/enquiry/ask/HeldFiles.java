package org.aeoreach.enquiry.ask;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.aeoreach.web.upload.Held;

/** Files of a question that waits for its confirmation, as they stand in it. */
final class HeldFiles {

    /** Where they stand in the question. */
    static final String FIELD = "files";

    private HeldFiles() {}

    static JsonArray write(Attachments.Batch batch) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        batch.files().stream()
                .map(Held::of)
                .forEach(file -> all.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("sha256", file.sha256())
                        .add("name", file.name())
                        .add("mediaType", file.mediaType())
                        .add("bytes", file.bytes())));
        return all.build();
    }

    static List<Held> read(JsonObject question) {
        if (!question.containsKey(FIELD)) {
            return List.of();
        }
        return question.getJsonArray(FIELD).getValuesAs(JsonObject.class).stream()
                .map(file -> new Held(
                        file.getString("sha256"),
                        file.getString("name"),
                        file.getString("mediaType"),
                        file.getJsonNumber("bytes").longValue(),
                        Attachments.USE.purpose()))
                .toList();
    }
}
