package org.aeoreach.library.editing;

import java.util.List;

/** What another room knows of where a document at the desk comes from; all beans of this type are asked. */
public interface Provenance {

    /** What the document with this code was made of, as far as the viewer may know it. */
    List<Origin> of(String code);

    /**
     * Looks at a draft before it goes to a second person and again before that person publishes it.
     *
     * @throws org.aeoreach.platform.Problem when it must not become public as it is
     */
    void check(DraftView draft);

    /** One thing it was made of. @param labelKey message key of what it is @param href of its page at the desk */
    record Origin(String labelKey, String text, String href) {}
}
