package org.aeoreach.web;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** JSON-B makes 1 of 1.5 and a text of a number; a wrong type must not become somebody else's id. Null is no value. */
final class StrictJson {

    private StrictJson() {}

    /** Takes whole numbers within the range of a long, and nothing else. */
    static final class WholeNumber implements JsonbDeserializer<Long> {
        @Override
        public @Nullable Long deserialize(JsonParser parser, DeserializationContext context, Type type) {
            JsonValue value = parser.getValue();
            if (value == JsonValue.NULL && type != long.class) {
                return null;
            }
            try {
                if (value instanceof JsonNumber number) {
                    return number.longValueExact();
                }
            } catch (ArithmeticException e) {
                throw new JsonbException("no whole number in range", e);
            }
            throw new JsonbException("no number");
        }
    }

    /** Takes texts, and nothing else. */
    static final class Text implements JsonbDeserializer<String> {
        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context, Type type) {
            JsonValue value = parser.getValue();
            if (value == JsonValue.NULL) {
                return null;
            }
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw new JsonbException("no text");
        }
    }
}
