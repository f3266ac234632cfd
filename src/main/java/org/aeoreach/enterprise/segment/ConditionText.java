package org.aeoreach.enterprise.segment;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;

/**
 * Conditions as JSON: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": …}}, and for a leaf {@code
 * {"criterion": "grade", "values": {"value": ["ACE"]}}}.
 */
public final class ConditionText {

    private static final int DEEPEST = 6;
    private static final int MOST = 60;

    private ConditionText() {}

    /** @throws Problem 400 when it is no such JSON, too deep or too large */
    public static Condition read(String text) {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(text))) {
            int[] left = {MOST};
            return node(reader.readObject(), 1, left);
        } catch (JsonException | ClassCastException unreadable) {
            throw malformed();
        }
    }

    /** The same, and no more levels than people can read in the editor: what is saved can be edited. */
    public static Condition given(String text) {
        Condition condition = read(text);
        if (DraftOf.condition(condition).isEmpty()) {
            throw malformed();
        }
        return condition;
    }

    private static Problem malformed() {
        return Problem.invalid("conditions", "segment.invalid.conditions");
    }

    private static Condition node(JsonValue value, int depth, int[] left) {
        if (!(value instanceof JsonObject object) || depth > DEEPEST || --left[0] < 0) {
            throw malformed();
        }
        Set<String> keys = object.keySet();
        if (keys.equals(Set.of("all"))) {
            return new Condition.All(nodes(object.getJsonArray("all"), depth, left));
        }
        if (keys.equals(Set.of("any"))) {
            return new Condition.Any(nodes(object.getJsonArray("any"), depth, left));
        }
        if (keys.equals(Set.of("not"))) {
            return new Condition.Not(node(object.getJsonObject("not"), depth + 1, left));
        }
        if (keys.contains("criterion") && Set.of("criterion", "values").containsAll(keys)) {
            return leaf(object);
        }
        throw malformed();
    }

    private static List<Condition> nodes(JsonArray array, int depth, int[] left) {
        return array.stream().map(each -> node(each, depth + 1, left)).toList();
    }

    private static Condition leaf(JsonObject object) {
        Map<String, List<String>> values = new TreeMap<>();
        JsonObject given = object.containsKey("values") ? object.getJsonObject("values") : JsonValue.EMPTY_JSON_OBJECT;
        given.forEach((name, value) -> values.put(
                name,
                value.asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()));
        return new Condition.Leaf(object.getString("criterion"), values);
    }

    public static String write(Condition condition) {
        return json(condition).toString();
    }

    static JsonObject json(Condition condition) {
        JsonObjectBuilder object = JsonText.JSON.createObjectBuilder();
        if (condition instanceof Condition.All all) {
            object.add("all", array(all.of()));
        } else if (condition instanceof Condition.Any any) {
            object.add("any", array(any.of()));
        } else if (condition instanceof Condition.Not not) {
            object.add("not", json(not.of()));
        } else if (condition instanceof Condition.Leaf leaf) {
            JsonObjectBuilder values = JsonText.JSON.createObjectBuilder();
            leaf.values().forEach((name, chosen) -> {
                JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
                chosen.forEach(all::add);
                values.add(name, all);
            });
            object.add("criterion", leaf.criterion()).add("values", values);
        }
        return object.build();
    }

    private static JsonArrayBuilder array(List<Condition> conditions) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        conditions.forEach(each -> array.add(json(each)));
        return array;
    }
}
