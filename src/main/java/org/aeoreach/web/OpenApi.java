package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.scope.Role;

/**
 * The description of the REST API. Paths, parameters and schemas are generated from the code when it is built; what a
 * call means, who may make it and which problems it can meet is added here, in the reader's language.
 */
@ApplicationScoped
public class OpenApi {

    private static final String SESSION = "session";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "#/components/responses/Problem";

    @Inject
    private Messages messages;

    @Inject
    private Routes routes;

    private final Map<Language, String> documents = new EnumMap<>(Language.class);

    synchronized String document(Language language) {
        return documents.computeIfAbsent(language, this::build);
    }

    private String build(Language language) {
        InputStream file = Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi/openapi.json"));
        try (JsonReader reader = Json.createReader(file)) {
            JsonObject generated = reader.readObject();
            JsonObjectBuilder info = Json.createObjectBuilder(generated.getJsonObject("info"))
                    .add("title", messages.text(language, "web.product"))
                    .add("description", messages.text(language, "web.openapi.description"));
            return Json.createObjectBuilder(generated)
                    .add("info", info)
                    .add("paths", paths(generated.getJsonObject("paths"), language))
                    .add("components", components(generated.getJsonObject("components"), language))
                    .build()
                    .toString();
        }
    }

    private JsonObjectBuilder paths(JsonObject generated, Language language) {
        Map<String, Access> access = routes.byOperation();
        JsonObjectBuilder paths = Json.createObjectBuilder();
        generated.forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                JsonObjectBuilder methods = Json.createObjectBuilder();
                item.asJsonObject()
                        .forEach((method, operation) ->
                                methods.add(method, operation(method, operation, language, access)));
                paths.add(path, methods);
            }
        });
        return paths;
    }

    private JsonValue operation(String method, JsonValue generated, Language language, Map<String, Access> access) {
        JsonObject operation = generated.asJsonObject();
        Access rule = access.get(operation.getString("operationId", ""));
        if (rule == null) {
            return generated;
        }
        JsonObjectBuilder described = Json.createObjectBuilder(operation)
                .add("summary", messages.text(language, "openapi." + operation.getString("operationId")))
                .add("description", who(rule, language))
                .add("security", security(rule))
                .add("responses", responses(method, operation, rule));
        if (method.equals("post")) {
            described.add("parameters", withIdempotencyKey(operation));
        }
        return described.build();
    }

    private String who(Access access, Language language) {
        String roles = access.value() == Access.Who.ROLES
                ? Stream.of(access.roles())
                        .map(Role::name)
                        .map(role -> messages.text(language, "scope.role." + role))
                        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "))
                : messages.text(language, "web.openapi.who." + access.value());
        return messages.text(language, "web.openapi.for", roles);
    }

    /** By a session or, where a program may call it, by a token; nothing where everybody may. */
    private static JsonArrayBuilder security(Access access) {
        JsonArrayBuilder ways = Json.createArrayBuilder();
        if (access.value() != Access.Who.ANYONE) {
            ways.add(Json.createObjectBuilder().add(SESSION, Json.createArrayBuilder()));
            if (access.tokens()) {
                ways.add(Json.createObjectBuilder().add(TOKEN, Json.createArrayBuilder()));
            }
        }
        return ways;
    }

    private JsonObjectBuilder securitySchemes(Language language) {
        return Json.createObjectBuilder()
                .add(
                        SESSION,
                        Json.createObjectBuilder()
                                .add("type", "apiKey")
                                .add("in", "cookie")
                                .add("name", "__Host-aeo")
                                .add("description", messages.text(language, "web.openapi.session")))
                .add(
                        TOKEN,
                        Json.createObjectBuilder()
                                .add("type", "http")
                                .add("scheme", "bearer")
                                .add("bearerFormat", "aeo_…")
                                .add("description", messages.text(language, "web.openapi.token")));
    }

    private static JsonArrayBuilder withIdempotencyKey(JsonObject operation) {
        JsonArrayBuilder parameters = operation.containsKey("parameters")
                ? Json.createArrayBuilder(operation.getJsonArray("parameters"))
                : Json.createArrayBuilder();
        return parameters.add(Json.createObjectBuilder().add("$ref", "#/components/parameters/IdempotencyKey"));
    }

    private static JsonObjectBuilder responses(String method, JsonObject operation, Access access) {
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 401, 403, 500, 503));
        if (operation.toString().contains("\"in\":\"path\"")) {
            statuses.add(404);
        }
        if (operation.toString().contains("\"If-Match\"")) {
            statuses.addAll(Set.of(412, 428));
        }
        if (!method.equals("get")) {
            statuses.addAll(Set.of(409, 413, 415, 422));
        }
        if (access.limit() != Limit.NONE) {
            statuses.add(429);
        }
        JsonObjectBuilder responses = Json.createObjectBuilder(operation.getJsonObject("responses"));
        statuses.forEach(status ->
                responses.add(status.toString(), Json.createObjectBuilder().add("$ref", PROBLEM)));
        return responses;
    }

    private JsonObjectBuilder components(JsonObject generated, Language language) {
        JsonObjectBuilder key = Json.createObjectBuilder()
                .add("name", "Idempotency-Key")
                .add("in", "header")
                .add("description", messages.text(language, "web.openapi.idempotency-key"))
                .add("schema", Json.createObjectBuilder().add("type", "string").add("maxLength", 128));
        return Json.createObjectBuilder(generated)
                .add("parameters", Json.createObjectBuilder().add("IdempotencyKey", key))
                .add("securitySchemes", securitySchemes(language))
                .add("responses", Json.createObjectBuilder().add("Problem", problem(language)));
    }

    private JsonObjectBuilder problem(Language language) {
        JsonObjectBuilder text = Json.createObjectBuilder().add("type", "string");
        JsonObjectBuilder field = Json.createObjectBuilder()
                .add("type", "object")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("field", Json.createObjectBuilder().add("type", "string"))
                                .add("message", Json.createObjectBuilder().add("type", "string")));
        JsonObjectBuilder properties = Json.createObjectBuilder()
                .add("type", text)
                .add("title", Json.createObjectBuilder().add("type", "string"))
                .add("status", Json.createObjectBuilder().add("type", "integer"))
                .add("detail", Json.createObjectBuilder().add("type", "string"))
                .add("instance", Json.createObjectBuilder().add("type", "string"))
                .add(
                        "candidates",
                        Json.createObjectBuilder()
                                .add("type", "array")
                                .add("items", Json.createObjectBuilder().add("type", "object")))
                .add("errors", Json.createObjectBuilder().add("type", "array").add("items", field));
        JsonObjectBuilder schema =
                Json.createObjectBuilder().add("type", "object").add("properties", properties);
        return Json.createObjectBuilder()
                .add("description", messages.text(language, "web.openapi.problem"))
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "application/problem+json",
                                        Json.createObjectBuilder().add("schema", schema)));
    }
}
