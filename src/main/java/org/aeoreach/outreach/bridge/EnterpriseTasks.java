package org.aeoreach.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.enterprise.portfolio.OpenWork;

/** Open follow-up tasks of an enterprise. */
@ApplicationScoped
class EnterpriseTasks implements OpenWork {

    @Override
    public String key() {
        return "tasks";
    }

    @Override
    public String header() {
        return "portfolio.field.tasks";
    }

    @Override
    public String count() {
        return "(select count(*) from task k where k.enterprise_id = e.id and k.status = 'OPEN')";
    }

    @Override
    public String href(long enterprise) {
        return "/desk/tasks?enterprise=" + enterprise;
    }
}
