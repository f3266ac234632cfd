package org.aeoreach.enterprise.portfolio.handover;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Language;

/** A room that has something to tell the new coordinator of an enterprise, such as its last contacts. */
public interface BriefSource {

    /** A line of plain text, in whatever language it is read. */
    interface Line {
        String in(Language language);
    }

    /** Per enterprise that there is something to tell of, as far as the viewer may see what they tell. */
    Map<Long, List<Line>> lines(Collection<Long> enterprises);
}
