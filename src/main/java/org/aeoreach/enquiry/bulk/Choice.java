package org.aeoreach.enquiry.bulk;

import java.util.Comparator;
import java.util.List;
import org.aeoreach.enquiry.EnquiryView;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry that was ticked.
 *
 * @param version as which it was seen
 * @param obstacle why it is not done with it, or null
 * @param detail what that is about: an authority, a unit's names, or placeholders; else empty
 */
public record Choice(
        long id,
        long version,
        String number,
        String subject,
        String asker,
        String language,
        @Nullable Obstacle obstacle,
        String detail) {

    static final Comparator<Choice> DOABLE_FIRST =
            Comparator.comparing((Choice each) -> each.obstacle() != null).thenComparing(Choice::id);

    static Choice of(EnquiryView enquiry, @Nullable Obstacle obstacle, String detail) {
        return new Choice(
                enquiry.id(),
                enquiry.version(),
                enquiry.number(),
                enquiry.subject(),
                enquiry.asker().name(),
                enquiry.language().code(),
                obstacle,
                detail);
    }

    Choice against(Obstacle now, String about) {
        return new Choice(id, version, number, subject, asker, language, now, about);
    }

    /** The same, as it was seen before. */
    Choice seenAs(long earlier) {
        return new Choice(id, earlier, number, subject, asker, language, obstacle, detail);
    }

    /** As {@link Batch#chosen} takes it. */
    public String ticket() {
        return id + "-" + version;
    }

    /** Whether it can be ticked on the page. */
    public boolean open() {
        return obstacle == null || obstacle.soft();
    }

    static List<Choice> stopped(List<Choice> all) {
        return all.stream().filter(each -> each.obstacle() != null).toList();
    }
}
