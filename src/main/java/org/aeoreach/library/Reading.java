package org.aeoreach.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.library.content.ContentSection;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.platform.Language;
import org.aeoreach.web.markdown.Markdown;
import org.aeoreach.web.markdown.SafeHtml;

/**
 * A document as a page shows it.
 *
 * @param text in the reader's language, or the other one where it is missing
 * @param asOf the day for which its validity is told
 * @param parts of the text; the first is what stands before the first heading
 * @param related other documents, grouped by what they have to do with it
 * @param instead what is in force on the day where this one is not
 * @param neighbours the one before and the one after it, for kinds that are read one after the other
 */
public record Reading(
        DocumentView document,
        DocumentText text,
        AsOf asOf,
        List<Part> parts,
        List<Group> related,
        List<DocumentLink> instead,
        List<DocumentLink> neighbours) {

    // The strongest first; RELATED says the same in both directions.
    private static final List<String> RELATIONS = List.of("REPEALS", "AMENDS", "INTERPRETS", "BASED_ON", "RELATED");
    private static final int HIGHEST_HEADING = 3;

    /** A section. @param level of its heading */
    public record Part(String anchor, String heading, int level, SafeHtml html) {}

    /** Other documents under one heading. @param key of the heading's message */
    public record Group(String key, List<DocumentLink> links) {}

    static Reading of(
            DocumentView document,
            DocumentText text,
            AsOf asOf,
            List<DocumentLink> instead,
            List<DocumentLink> neighbours) {
        List<ContentSection> sections = ContentText.of(text.language(), text.title(), text.summary(), text.markdown())
                .sections();
        List<Part> parts = sections.stream().map(section -> part(section, asOf)).toList();
        return new Reading(document, text, asOf, parts, groups(document.links()), instead, neighbours);
    }

    private static Part part(ContentSection section, AsOf asOf) {
        return new Part(
                section.anchor(),
                section.heading(),
                section.level(),
                Markdown.published(
                        section.markdown(), HIGHEST_HEADING, link -> DocumentAddress.ofLink(link, asOf.chosen())));
    }

    /** A document stands once, under the strongest of what it has to do with this one. */
    private static List<Group> groups(List<DocumentLink> links) {
        Set<String> shown = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        for (String relation : RELATIONS) {
            boolean both = relation.equals("RELATED");
            List<DocumentLink> all = links.stream()
                    .filter(link -> link.relation().equals(relation))
                    .toList();
            List<DocumentLink> here = all.stream()
                    .filter(link -> (both || !link.incoming()) && shown.add(link.id()))
                    .toList();
            List<DocumentLink> there =
                    all.stream().filter(link -> shown.add(link.id())).toList();
            groups.add(new Group("library.relation." + relation, here));
            groups.add(new Group("library.relation.in." + relation, there));
        }
        return groups.stream().filter(group -> !group.links().isEmpty()).toList();
    }

    public Validity validity() {
        return document.on(asOf.day());
    }

    /** Whether the reader's language is missing. */
    public boolean inOtherLanguage(Language language) {
        return !text.language().equals(language.code());
    }

    /** What is in its contents: sections with a heading. */
    public List<Part> contents() {
        return parts.stream().filter(part -> !part.anchor().isEmpty()).toList();
    }

    public String href() {
        return DocumentAddress.of(document.id());
    }
}
