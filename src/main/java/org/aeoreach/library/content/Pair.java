package org.aeoreach.library.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two files of a document. */
final class Pair {
    private final DocumentKind kind;
    private final Map<String, TextFile> files = new TreeMap<>();

    Pair(DocumentKind kind) {
        this.kind = kind;
    }

    void take(TextFile file, DocumentKind folder) {
        TextFile other = files.putIfAbsent(file.language(), file);
        if (other != null || folder != kind) {
            file.faults().add(file.fields().line("id"), "content.fault.id-twice", file.id());
        }
    }

    /** Empty when a half is missing, which is told. */
    Optional<ContentDocument> document(Set<String> topics) {
        TextFile zh = files.get("zh");
        TextFile en = files.get("en");
        if (zh == null || en == null) {
            files.values().forEach(file -> file.faults().add(0, "content.fault.half-missing"));
            return Optional.empty();
        }
        compareAnchors(zh, en);
        return Optional.of(new DocumentReader(zh, topics).read(kind, List.of(zh.text(), en.text())));
    }

    private static void compareAnchors(TextFile zh, TextFile en) {
        List<String> here = en.text().anchors();
        List<String> there = zh.text().anchors();
        if (!here.equals(there)) {
            String odd = Stream.concat(there.stream(), here.stream())
                    .filter(anchor -> !here.contains(anchor) || !there.contains(anchor))
                    .findFirst()
                    .orElse("");
            String key = odd.isEmpty() ? "content.fault.anchors-order" : "content.fault.anchors-differ";
            en.faults().add(en.front().bodyLine(), key, odd);
        }
    }

    boolean hasAnchor(String anchor) {
        TextFile zh = files.get("zh");
        return zh == null || zh.text().anchors().contains(anchor);
    }

    Iterable<TextFile> files() {
        return files.values();
    }

    @Nullable
    TextFile chinese() {
        return files.get("zh");
    }

    boolean isAny(Set<String> names) {
        return files.values().stream().anyMatch(file -> names.contains(file.name()));
    }
}
