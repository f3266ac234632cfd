package org.aeoreach.enterprise.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People or partner organisations found by name, the best first; what the viewer may not see is not among them.
 *
 * @param more whether there are more than were asked for
 * @param quality how they were found
 */
public record Named(List<Item> list, boolean more, Hits.Quality quality) {

    static final Named NONE = new Named(List.of(), false, Hits.Quality.TYPED);

    /**
     * One of them.
     *
     * @param aboutZh of a person the position, of a partner organisation nothing
     * @param ofZh of a person whose he is, of a partner organisation the unit that keeps it; null when the viewer may
     *     not see that
     * @param partnerKind of a partner organisation what it is
     * @param ended whether he left, or it is no partner any more
     */
    public record Item(
            long id,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String aboutZh,
            @Nullable String aboutEn,
            @Nullable String ofZh,
            @Nullable String ofEn,
            @Nullable String partnerKind,
            boolean ended) {}
}
