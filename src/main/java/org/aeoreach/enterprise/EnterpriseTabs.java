package org.aeoreach.enterprise;

import java.util.ArrayList;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Page;
import org.aeoreach.web.detail.Tab;

/** The parts of the page of an enterprise, in their order; who reads the log also sees who looked. */
public final class EnterpriseTabs {

    private static final List<String> ALL =
            List.of("facts", "history", "people", "grade", "journey", "coordination", "users", "delegations", "claims");

    private EnterpriseTabs() {}

    /** @param current the part that is shown */
    public static List<Tab> of(Page page, long id, String current) {
        List<Tab> tabs = new ArrayList<>();
        for (String name : ALL) {
            String href = "/desk/enterprises/" + id + (name.equals("facts") ? "" : "/" + name);
            tabs.add(Tab.of("enterprise.tab." + name, href, name.equals(current)));
        }
        if (page.is(Role.AUDITOR)) {
            tabs.add(Tab.of("enterprise.tab.views", "/desk/record-views?enterprise=" + id, false));
        }
        return tabs;
    }
}
