package org.aeoreach.library.take;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aeoreach.library.content.Audience;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.content.DocumentStatus;
import org.aeoreach.library.content.Track;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** One line of an import: a document in one language as a JSON object. */
final class ImportLine {
    // Asked once: each call of Json looks through the class path for its provider again.
    private static final Set<String> FIELDS = Set.of(
            "externalId",
            "kind",
            "language",
            "title",
            "summary",
            "text",
            "audience",
            "tracks",
            "topics",
            "issuer",
            "number",
            "published",
            "effective",
            "repealed",
            "certainty",
            "sources");
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_SOURCE = 500;
    private static final int MOST_SOURCES = 20;
    private static final int LONGEST_ECHO = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final JsonObject line;
    private final Known known;

    private ImportLine(JsonObject line, Known known) {
        this.line = line;
        this.known = known;
    }

    /** What a line can name. @param issuers codes of the units that issue documents */
    record Known(Set<String> topics, Set<String> issuers) {}

    /** Why a line is not taken. @param field empty when it is about the line as a whole */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        final String field;
        final String key;

        Refused(String field, String key) {
            super(key, null, false, false);
            this.field = field;
            this.key = key;
        }
    }

    static ContentDocument read(String text, Known known) throws Refused {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(text))) {
            JsonObject line = reader.readObject();
            for (String field : line.keySet()) {
                if (!FIELDS.contains(field)) {
                    throw new Refused(
                            field.substring(0, Math.min(field.length(), LONGEST_ECHO)), "library.import.unknown-field");
                }
            }
            return new ImportLine(line, known).document();
        } catch (JsonException | IllegalStateException malformed) {
            throw new Refused("", "library.import.no-json");
        }
    }

    private ContentDocument document() throws Refused {
        String id = text("externalId", 120);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._:-]*") || id.contains("..")) {
            throw new Refused("externalId", "library.import.id");
        }
        LocalDate effective = day("effective");
        LocalDate repealed = day("repealed");
        if (effective != null && repealed != null && !effective.isBefore(repealed)) {
            throw new Refused("repealed", "content.fault.repealed-before");
        }
        return new ContentDocument(
                id,
                one("kind", DocumentKind.values()),
                some("audience", Audience.values()),
                some("tracks", Track.values()),
                topics(),
                List.of(),
                issuer(),
                optional("number", LONGEST_NUMBER),
                day("published"),
                effective,
                repealed,
                Map.of(),
                line.containsKey("certainty") ? one("certainty", Certainty.values()) : Certainty.REPORTED,
                sources(),
                "0000",
                null,
                DocumentStatus.PUBLISHED,
                List.of(text()));
    }

    private ContentText text() throws Refused {
        String language = text("language", 2);
        if (!language.equals("zh") && !language.equals("en")) {
            throw new Refused("language", "library.import.choice");
        }
        String summary = Objects.requireNonNullElse(optional("summary", LONGEST_TITLE), "");
        return ContentText.of(language, text("title", LONGEST_TITLE), summary, text("text", ContentText.LONGEST_BODY));
    }

    private String text(String field, int longest) throws Refused {
        String text = optional(field, longest);
        if (text == null || text.isBlank()) {
            throw new Refused(field, "library.import.missing");
        }
        return text;
    }

    private @Nullable String optional(String field, int longest) throws Refused {
        JsonValue value = line.get(field);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            throw new Refused(field, "library.import.no-text");
        }
        if (string.getString().length() > longest) {
            throw new Refused(field, "library.import.too-long");
        }
        // PostgreSQL keeps no NUL.
        return string.getString().replace("\0", "").strip();
    }

    private @Nullable LocalDate day(String field) throws Refused {
        String text = optional(field, 10);
        try {
            LocalDate day = text == null || text.isEmpty() ? null : LocalDate.parse(text);
            if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
                throw new Refused(field, "library.invalid.day");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refused(field, "library.import.no-day");
        }
    }

    private <E extends Enum<E>> E one(String field, E[] values) throws Refused {
        String name = text(field, LONGEST_NUMBER);
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(field, "library.import.choice"));
    }

    private <E extends Enum<E>> List<E> some(String field, E[] values) throws Refused {
        List<String> names = list(field);
        List<E> found = Arrays.stream(values)
                .filter(value -> names.contains(value.name()))
                .toList();
        if (found.size() < names.size()) {
            throw new Refused(field, "library.import.choice");
        }
        return found;
    }

    private @Nullable String issuer() throws Refused {
        String issuer = optional("issuer", LONGEST_NUMBER);
        if (issuer != null && !known.issuers().contains(issuer)) {
            throw new Refused("issuer", "library.import.issuer");
        }
        return issuer;
    }

    private List<String> topics() throws Refused {
        List<String> named = list("topics").stream().distinct().toList();
        if (!known.topics().containsAll(named)) {
            throw new Refused("topics", "library.import.choice");
        }
        return named;
    }

    private List<String> sources() throws Refused {
        List<String> sources = list("sources");
        if (sources.size() > MOST_SOURCES) {
            throw new Refused("sources", "library.import.too-many");
        }
        if (sources.stream().anyMatch(source -> source.length() > LONGEST_SOURCE)) {
            throw new Refused("sources", "library.import.too-long");
        }
        if (sources.stream().anyMatch(source -> source.indexOf('\0') >= 0)) {
            throw new Refused("sources", "library.import.nul");
        }
        return sources;
    }

    private List<String> list(String field) throws Refused {
        JsonValue value = line.get(field);
        if (value == null || value == JsonValue.NULL) {
            return List.of();
        }
        if (value.getValueType() != JsonValue.ValueType.ARRAY
                || !value.asJsonArray().stream().allMatch(JsonString.class::isInstance)) {
            throw new Refused(field, "library.import.no-list");
        }
        return value.asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
