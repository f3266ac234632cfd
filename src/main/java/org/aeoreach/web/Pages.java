package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitNames;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Page} every template begins with. */
@ApplicationScoped
public class Pages {

    @Inject
    private Messages messages;

    @Inject
    private CurrentViewer current;

    @Inject
    private UnitNames units;

    @Inject
    private Configuration configuration;

    /** @param titleKey message key of the title */
    public Page titled(String titleKey, Object... arguments) {
        return page(messages.text(RequestContext.current().language(), titleKey, arguments));
    }

    /** @param title the title itself, in the reader's language */
    public Page page(String title) {
        RequestContext request = RequestContext.current();
        return new Page(
                title,
                request.language(),
                current.get().orElse(null),
                request.path(),
                request.query(),
                request.place(),
                configuration.demo(),
                unit(request.language()),
                Preferences.current(),
                messages);
    }

    /** Where the viewer acts. A page about a fault must not fail for want of it. */
    private @Nullable String unit(Language language) {
        try {
            return current.get()
                    .flatMap(viewer -> units.of(viewer.unitId()))
                    .map(name -> language.pick(name.zh(), name.en()))
                    .orElse(null);
        } catch (RuntimeException databaseAway) {
            return null;
        }
    }
}
