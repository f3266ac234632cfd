package org.aeoreach.enterprise.registry;

import java.util.List;
import org.aeoreach.web.Page;
import org.aeoreach.web.detail.Header;
import org.aeoreach.web.detail.Tab;

/** What every page about one enterprise begins with: the page, the enterprise, how it stands, its tabs. */
public record EnterpriseFrame(Page page, FactsView facts, Header header, List<Tab> tabs) {

    public long id() {
        return facts.id();
    }

    /** Address of its first page. */
    public String href() {
        return "/desk/enterprises/" + id();
    }

    /** Whether the viewer may change it; what he may not, is not offered. */
    public boolean changeable() {
        return page.viewer() != null && page.viewer().role().mayWrite() && facts.mergedInto() == null;
    }
}
