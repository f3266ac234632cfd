package org.aeoreach.organization.importing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;

/** What became of the rows of one file, so far. */
final class HouseImport {

    /** Errors told one by one; more are only counted. */
    private static final int TOLD = 500;

    /** What the file calls a field of the house. */
    private static final Map<String, String> COLUMN_OF =
            Map.of("nameZh", "name_zh", "nameEn", "name_en", "openedOn", "opened_on");

    private int added;
    private int skipped;
    private int failed;
    private JsonArrayBuilder errors = JsonText.JSON.createArrayBuilder();

    private HouseImport() {}

    /** Counts on from an attempt that was cut short, or from nothing. */
    static HouseImport from(Optional<JsonObject> earlier) {
        HouseImport all = new HouseImport();
        earlier.ifPresent(result -> {
            all.added = result.getInt("added");
            all.skipped = result.getInt("skipped");
            all.failed = result.getInt("failed");
            all.errors = JsonText.JSON.createArrayBuilder(result.getJsonArray("errors"));
        });
        return all;
    }

    int done() {
        return added + skipped + failed;
    }

    void took(boolean isNew) {
        added += isNew ? 1 : 0;
        skipped += isNew ? 0 : 1;
    }

    void refused(HouseRow row, Problem problem) {
        failed++;
        if (failed <= TOLD) {
            errors.add(error(row, problem));
        }
    }

    private static JsonObject error(HouseRow row, Problem problem) {
        JsonObjectBuilder error =
                JsonText.JSON.createObjectBuilder().add("line", row.line()).add("code", row.code());
        if (problem.errors().isEmpty()) {
            // What a page says of the whole request, an import says of the row in words of its own.
            String key = problem.status() == 403 ? "organization.import.outside" : key(problem);
            return error.add("key", key)
                    .add("arguments", texts(problem.arguments()))
                    .build();
        }
        Problem.FieldError field = problem.errors().get(0);
        return error.add("column", COLUMN_OF.getOrDefault(field.field(), field.field()))
                .add("key", field.key())
                .add("arguments", texts(field.arguments()))
                .build();
    }

    private static String key(Problem problem) {
        return problem.key().startsWith("organization.import.") ? problem.key() : problem.key() + ".detail";
    }

    private static JsonArrayBuilder texts(Object[] arguments) {
        JsonArrayBuilder texts = JsonText.JSON.createArrayBuilder();
        for (Object argument : arguments) {
            texts.add(String.valueOf(argument));
        }
        return texts;
    }

    JsonObject result(int rows) {
        var list = errors.build();
        errors = JsonText.JSON.createArrayBuilder(list);
        return JsonText.JSON
                .createObjectBuilder()
                .add("rows", rows)
                .add("added", added)
                .add("skipped", skipped)
                .add("failed", failed)
                .add("errors", list)
                .build();
    }
}
