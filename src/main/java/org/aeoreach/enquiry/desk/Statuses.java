package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.enquiry.target.NamedStatus;
import org.aeoreach.enquiry.target.Targets;
import org.aeoreach.web.Page;

/** What statuses are called in the viewer's unit: as it or the nearest one above it names them, else as everywhere. */
@ApplicationScoped
class Statuses {

    @Inject
    private Targets targets;

    /** By their codes, all of them. */
    @Transactional
    public Map<String, String> names(Page page) {
        Map<String, String> names = new HashMap<>();
        for (NamedStatus.Named status : NamedStatus.Named.values()) {
            names.put(status.name(), page.t("desk.status." + status));
        }
        targets.names().forEach(own -> names.put(own.status().name(), page.pick(own.zh(), own.en())));
        return Map.copyOf(names);
    }
}
