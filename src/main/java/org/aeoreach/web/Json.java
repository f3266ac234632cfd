package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.lang.reflect.Type;

/** The one JSON binding: unknown properties are refused, absent values are left out, nothing else is clever. */
@ApplicationScoped
public class Json {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .withNullValues(false)
            .withDeserializers(new StrictJson.WholeNumber(), new StrictJson.Text())
            .setProperty("jsonb.fail-on-unknown-properties", true)
            .setProperty("jsonb.creator-parameters-required", false));

    public String write(Object value) {
        return jsonb.toJson(value);
    }

    /** @throws jakarta.json.bind.JsonbException when the text is not JSON of that type */
    public <T> T read(String text, Type type) {
        return jsonb.fromJson(text, type);
    }
}
