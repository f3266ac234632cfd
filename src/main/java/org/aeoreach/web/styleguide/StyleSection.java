package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import org.aeoreach.web.Page;

/** One component on the style page. All beans of this type are shown. */
public interface StyleSection {

    /** The anchor; {@code component.style.<key>} is the heading. Sections stand in the order of their keys. */
    String key();

    /** The component in its states, without the heading. */
    JteModel part(Page page);
}
