package org.aeoreach.web;

import static org.aeoreach.platform.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        try (InputStream file = Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi/openapi.json"));
                JsonReader reader = JSON.createReader(file)) {
            JsonObject generated = reader.readObject();
            JsonObjectBuilder info = JSON.createObjectBuilder(generated.getJsonObject("info"))
                    .add("title", messages.text(language, "web.product"))
                    .add("description", messages.text(language, "web.openapi.description"));
            return JSON.createObjectBuilder(generated)
                    .add("info", info)
                    .add("paths", paths(generated.getJsonObject("paths"), language))
                    .add("components", components(generated.getJsonObject("components"), language))
                    .build()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObjectBuilder paths(JsonObject generated, Language language) {
        Map<String, Access> access = routes.byOperation();
        JsonObjectBuilder paths = JSON.createObjectBuilder();
        generated.forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                JsonObjectBuilder methods = JSON.createObjectBuilder();
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
        JsonObjectBuilder described = JSON.createObjectBuilder(operation)
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
        JsonArrayBuilder ways = JSON.createArrayBuilder();
        if (access.value() != Access.Who.ANYONE) {
            ways.add(JSON.createObjectBuilder().add(SESSION, JSON.createArrayBuilder()));
            if (access.tokens()) {
                ways.add(JSON.createObjectBuilder().add(TOKEN, JSON.createArrayBuilder()));
            }
        }
        return ways;
    }

    private JsonObjectBuilder securitySchemes(Language language) {
        return JSON.createObjectBuilder()
                .add(
                        SESSION,
                        JSON.createObjectBuilder()
                                .add("type", "apiKey")
                                .add("in", "cookie")
                                .add("name", "__Host-aeo")
                                .add("description", messages.text(language, "web.openapi.session")))
                .add(
                        TOKEN,
                        JSON.createObjectBuilder()
                                .add("type", "http")
                                .add("scheme", "bearer")
                                .add("bearerFormat", "aeo_…")
                                .add("description", messages.text(language, "web.openapi.token")));
    }

    private static JsonArrayBuilder withIdempotencyKey(JsonObject operation) {
        JsonArrayBuilder parameters = operation.containsKey("parameters")
                ? JSON.createArrayBuilder(operation.getJsonArray("parameters"))
                : JSON.createArrayBuilder();
        return parameters.add(JSON.createObjectBuilder().add("$ref", "#/components/parameters/IdempotencyKey"));
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
        JsonObjectBuilder responses = JSON.createObjectBuilder(operation.getJsonObject("responses"));
        statuses.forEach(status ->
                responses.add(status.toString(), JSON.createObjectBuilder().add("$ref", PROBLEM)));
        return responses;
    }

    private JsonObjectBuilder components(JsonObject generated, Language language) {
        JsonObjectBuilder key = JSON.createObjectBuilder()
                .add("name", "Idempotency-Key")
                .add("in", "header")
                .add("description", messages.text(language, "web.openapi.idempotency-key"))
                .add("schema", JSON.createObjectBuilder().add("type", "string").add("maxLength", 128));
        return JSON.createObjectBuilder(generated)
                .add("parameters", JSON.createObjectBuilder().add("IdempotencyKey", key))
                .add("securitySchemes", securitySchemes(language))
                .add("responses", JSON.createObjectBuilder().add("Problem", problem(language)));
    }

    private JsonObjectBuilder problem(Language language) {
        JsonObjectBuilder text = JSON.createObjectBuilder().add("type", "string");
        JsonObjectBuilder field = JSON.createObjectBuilder()
                .add("type", "object")
                .add(
                        "properties",
                        JSON.createObjectBuilder()
                                .add("field", JSON.createObjectBuilder().add("type", "string"))
                                .add("message", JSON.createObjectBuilder().add("type", "string")));
        JsonObjectBuilder properties = JSON.createObjectBuilder()
                .add("type", text)
                .add("title", JSON.createObjectBuilder().add("type", "string"))
                .add("status", JSON.createObjectBuilder().add("type", "integer"))
                .add("detail", JSON.createObjectBuilder().add("type", "string"))
                .add("instance", JSON.createObjectBuilder().add("type", "string"))
                .add(
                        "candidates",
                        JSON.createObjectBuilder()
                                .add("type", "array")
                                .add("items", JSON.createObjectBuilder().add("type", "object")))
                .add("errors", JSON.createObjectBuilder().add("type", "array").add("items", field));
        JsonObjectBuilder schema =
                JSON.createObjectBuilder().add("type", "object").add("properties", properties);
        return JSON.createObjectBuilder()
                .add("description", messages.text(language, "web.openapi.problem"))
                .add(
                        "content",
                        JSON.createObjectBuilder()
                                .add(
                                        "application/problem+json",
                                        JSON.createObjectBuilder().add("schema", schema)));
    }
}
