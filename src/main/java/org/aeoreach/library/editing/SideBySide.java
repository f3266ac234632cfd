package org.aeoreach.library.editing;

import java.util.List;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.content.ContentSection;
import org.aeoreach.web.markdown.Markdown;
import org.aeoreach.web.markdown.SafeHtml;

/** A draft as its readers will see it, side by side. */
public record SideBySide(List<Side> sides) {

    /** One language. @param language {@code zh} or {@code en} */
    public record Side(String language, String title, String summary, List<Part> parts) {}

    /** A section. @param heading empty for what stands before the first */
    public record Part(String heading, int level, SafeHtml html) {}

    static SideBySide of(DraftView draft) {
        return new SideBySide(draft.languages().stream()
                .map(language -> side(draft.side(language), language))
                .toList());
    }

    private static Side side(DraftView.Side side, String language) {
        List<Part> parts =
                side.text(language).sections().stream().map(SideBySide::part).toList();
        return new Side(language, side.title(), side.summary(), parts);
    }

    private static Part part(ContentSection section) {
        SafeHtml html = Markdown.published(section.markdown(), 4, DocumentAddress::ofLink);
        return new Part(section.heading(), section.level(), html);
    }
}
