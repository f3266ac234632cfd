package org.aeoreach.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.web.Slice;

/**
 * A list of documents as a page shows it.
 *
 * @param kinds how many of each kind fit the rest of the filter
 */
public record Shelf(
        DocumentFilter filter,
        AsOf asOf,
        Slice<DocumentCard> documents,
        Map<DocumentKind, Long> kinds,
        List<Documents.Topic> topics,
        List<String> steps,
        List<Documents.District> districts) {

    public long all() {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Documents of one kind under a heading. */
    public record Group(DocumentKind kind, List<DocumentCard> cards) {}

    /** The documents by their kinds, in their order. */
    public List<Group> groups() {
        Map<DocumentKind, List<DocumentCard>> groups = new LinkedHashMap<>();
        documents.items().forEach(card -> groups.computeIfAbsent(card.kind(), kind -> new ArrayList<>())
                .add(card));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
