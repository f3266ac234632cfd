package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** What was done with an enquiry, one line each, for those who work on it. */
@ApplicationScoped
public class Events {

    private static final String ADD = "insert into enquiry_event (enquiry_id, kind, account_id, unit_id, facts)"
            + " values (?1, ?2, cast(?3 as bigint), cast(?4 as bigint), cast(?5 as jsonb))";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /**
     * Notes it as the viewer's, or as nobody's where nobody is signed in.
     *
     * @param kind upper case, a message key under {@code enquiry.event}
     * @param facts codes, numbers and times, never words somebody wrote
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(long enquiryId, String kind, Map<String, ?> facts) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        facts.forEach((name, value) -> json.add(name, String.valueOf(value)));
        Viewer me = viewer.get().orElse(null);
        bound.query(
                        ADD,
                        enquiryId,
                        kind,
                        me == null ? null : me.accountId(),
                        me == null || !me.role().isOfficer() ? null : me.unitId(),
                        json.build().toString())
                .executeUpdate();
    }
}
