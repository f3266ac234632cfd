package org.aeoreach.web.picker;

import java.util.List;
import java.util.Optional;

/** The enterprises the viewer may see. The room that keeps them implements it; row-level security decides. */
public interface EnterpriseChoices {

    /** Those the text may mean by code, name, pinyin or nearly, the best first. */
    List<EnterpriseChoice> search(String text, int limit);

    /** Why less may be found just now than there is, in the reader's language; empty when that is not so. */
    default String notice() {
        return "";
    }

    /** The enterprise of this id, when the viewer may see it. */
    Optional<EnterpriseChoice> find(long id);
}
