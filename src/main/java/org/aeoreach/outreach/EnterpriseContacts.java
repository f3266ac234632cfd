package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.TimelineEntry;
import org.aeoreach.web.timeline.TimelineSource;

/** The contacts with an enterprise in its history: that there was one, and what was agreed where the viewer may read it. */
@ApplicationScoped
class EnterpriseContacts implements TimelineSource {

    @Inject
    private ContactRows rows;

    @Inject
    private Messages messages;

    @Override
    public String name() {
        return "touchpoint";
    }

    @Override
    public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
        if (!subject.type().equals("enterprise")) {
            return List.of();
        }
        var place = new ContactRows.Before(before.at(), before.number());
        return rows.list(Long.valueOf(subject.id()), place, limit).stream()
                .map(this::entry)
                .toList();
    }

    private TimelineEntry entry(ContactRow row) {
        Language language = RequestContext.current().language();
        List<String> details = new ArrayList<>();
        details.add(messages.text(language, "outreach.strength." + row.strength()));
        if (row.agreed() != null) {
            details.add(messages.text(language, "outreach.timeline.agreed", row.agreed()));
        }
        TimelineEntry entry = new TimelineEntry(
                row.at(),
                row.id(),
                language.pick(row.unitZh(), row.unitEn()),
                messages.text(language, "outreach.channel." + row.channel()),
                details,
                "/desk/touchpoints/" + row.touchpointId());
        return row.timed() ? entry : entry.ofTheDay();
    }
}
