package org.aeoreach.library.content;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a document from its Chinese file, with what is wrong with them. */
final class DocumentReader {
    static final Set<String> FIELDS = Stream.concat(
                    Stream.of(Relation.values()).map(Relation::field),
                    Stream.of(
                            "id",
                            "language",
                            "title",
                            "summary",
                            "kind",
                            "audience",
                            "tracks",
                            "topics",
                            "journey",
                            "issuer",
                            "number",
                            "published",
                            "effective",
                            "repealed",
                            "certainty",
                            "sources",
                            "owner",
                            "review",
                            "status"))
            .collect(toUnmodifiableSet());

    private static final Pattern UNIT = Pattern.compile("[0-9]{4}");
    private static final int LONGEST_NUMBER = 40;

    private final TextFile file;
    private final Fields fields;
    private final Faults faults;
    private final Set<String> topics;

    DocumentReader(TextFile file, Set<String> topics) {
        this.file = file;
        this.fields = file.fields();
        this.faults = file.faults();
        this.topics = topics;
    }

    static Set<String> fieldsBeside(Set<String> common) {
        return FIELDS.stream().filter(field -> !common.contains(field)).collect(toUnmodifiableSet());
    }

    ContentDocument read(DocumentKind folder, List<ContentText> texts) {
        DocumentKind kind = fields.one("kind", DocumentKind.values(), DocumentKind::name);
        if (kind != folder && fields.optional("kind") != null) {
            faults.add(fields.line("kind"), "content.fault.unlike-folder", kind.name(), kind.folder());
        }
        List<Audience> audience = fields.some("audience", Audience.values());
        LocalDate effective = fields.day("effective");
        LocalDate repealed = fields.day("repealed");
        if (effective != null && repealed != null && !effective.isBefore(repealed)) {
            faults.add(fields.line("repealed"), "content.fault.repealed-before");
        }
        return new ContentDocument(
                file.id(),
                kind,
                atLeastOne("audience", audience),
                fields.some("tracks", Track.values()),
                atLeastOne("topics", known("topics", topics)),
                known("journey", Set.copyOf(ContentDocument.STEPS)),
                fields.optional("issuer") == null ? null : fields.matching("issuer", UNIT),
                number(kind),
                fields.day("published"),
                effective,
                repealed,
                links(),
                fields.one("certainty", Certainty.values(), Certainty::name),
                atLeastOne("sources", fields.list("sources")),
                fields.matching("owner", UNIT),
                review(),
                fields.one("status", DocumentStatus.values(), DocumentStatus::word),
                texts);
    }

    private @Nullable String number(DocumentKind kind) {
        String number = fields.optional("number");
        if (number != null && kind != DocumentKind.POLICY) {
            faults.add(fields.line("number"), "content.fault.number-of-policies");
        } else if (number != null && number.length() > LONGEST_NUMBER) {
            faults.add(fields.line("number"), "content.fault.too-long", "number", Integer.toString(LONGEST_NUMBER));
        }
        return number;
    }

    private LocalDate review() {
        fields.text("review");
        return Objects.requireNonNullElse(fields.day("review"), LocalDate.EPOCH);
    }

    private Map<Relation, List<String>> links() {
        Map<Relation, List<String>> links = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            List<String> ids = fields.optionalList(relation.field());
            if (!ids.isEmpty()) {
                links.put(relation, ids);
            }
        }
        return Map.copyOf(links);
    }

    private List<String> known(String name, Set<String> all) {
        List<String> typed = fields.list(name);
        typed.stream().filter(value -> !all.contains(value)).forEach(value -> fields.unknown(name, value));
        return typed;
    }

    private <E> List<E> atLeastOne(String name, List<E> values) {
        if (values.isEmpty() && fields.line(name) > 1) {
            faults.add(fields.line(name), "content.fault.no-list", name);
        }
        return values;
    }
}
