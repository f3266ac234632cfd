package org.aeoreach.library.editing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.attachment.Attachment;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.content.Relation;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A draft.
 *
 * @param facts as {@code library_take} reads them
 * @param baseVersion the published version it began from, 0 for a new document
 * @param own whether the viewer wrote it or sent it for review, so that another has to decide
 * @param publishedVersion the version that is published now, 0 when there is none
 * @param archiving whether it only archives the document or takes it back
 * @param answer why it was given back, a message key when no person did
 */
public record DraftView(
        long id,
        String code,
        String orgPath,
        DraftState state,
        JsonObject facts,
        String links,
        Side zh,
        Side en,
        boolean inStep,
        String note,
        int baseVersion,
        int publishedVersion,
        boolean own,
        @Nullable String answer,
        @Nullable Instant publishAt,
        Instant changedAt,
        long version,
        boolean archiving) {

    /** The document was published anew before this was due, or what it was made of stood no more. */
    private static final Set<String> BY_ITSELF =
            Set.of("library.answer.published-meanwhile", "library.answer.no-longer");

    /** One language of it. */
    public record Side(String title, String summary, String markdown) {
        public boolean empty() {
            return title.isEmpty() && markdown.isEmpty();
        }

        ContentText text(String language) {
            return ContentText.of(language, title, summary, markdown);
        }
    }

    /** Whether something newer was published than what it began from. */
    public boolean outdated() {
        return publishedVersion != baseVersion && state.open();
    }

    /** Whether the answer is a key and not somebody's words. */
    public boolean byItself() {
        return answer != null && BY_ITSELF.contains(answer);
    }

    /** Facts, links and texts, as a version keeps them. */
    JsonObject content() {
        JsonObjectBuilder texts = JsonText.JSON.createObjectBuilder();
        for (String language : languages()) {
            Side side = side(language);
            texts.add(
                    language,
                    JsonText.JSON
                            .createObjectBuilder()
                            .add("title", side.title())
                            .add("summary", side.summary())
                            .add("markdown", side.markdown()));
        }
        return JsonText.JSON
                .createObjectBuilder(facts)
                .add("links", JsonText.array(links))
                .add("texts", texts)
                .build();
    }

    public DocumentKind kind() {
        return DocumentKind.valueOf(facts.getString("kind"));
    }

    public Side side(String language) {
        return language.equals("en") ? en : zh;
    }

    /** In their order. */
    public List<Attachment> files() {
        JsonArray files = facts.getJsonArray("files");
        return files == null
                ? List.of()
                : files.getValuesAs(JsonObject.class).stream()
                        .map(Attachment::of)
                        .toList();
    }

    /** @throws Problem 404 when it has no such file */
    Attachment file(String sha256) {
        return files().stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The codes of documents it names, a line each. */
    String linked(Relation relation) {
        return JsonText.array(links).getValuesAs(JsonObject.class).stream()
                .filter(link -> link.getString("relation").equals(relation.name()))
                .map(link -> link.getString("target"))
                .collect(Collectors.joining("\n"));
    }

    /** Languages that are written. */
    public List<String> languages() {
        return List.of("zh", "en").stream()
                .filter(language -> !side(language).empty())
                .toList();
    }

    /** In this language, or the other one, or its code as long as it has none. */
    public String title(Language language) {
        return Stream.of(side(language.code()), side(language.other().code()))
                .map(Side::title)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(code);
    }
}
