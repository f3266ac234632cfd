package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;

/** Text, buttons, tags, facts, toasts, the empty state, dialogs. */
@ApplicationScoped
public class FrameSection implements StyleSection {

    @Override
    public String key() {
        return "basics";
    }

    @Override
    public JteModel part(Page page) {
        return new StaticTemplates().webStyleguideBasics(page);
    }
}
