package org.aeoreach.enterprise.portfolio.handover;

import java.util.List;
import org.aeoreach.platform.Language;

/** A room that has something to tell the new coordinator of an enterprise, such as its last contacts. */
public interface BriefSource {

    /** Lines of plain text in that language, as far as the viewer may see what they tell. */
    List<String> lines(long enterprise, Language language);
}
