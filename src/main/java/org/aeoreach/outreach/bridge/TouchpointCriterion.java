package org.aeoreach.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Strength;
import org.aeoreach.outreach.Subject;
import org.aeoreach.outreach.Subjects;
import org.aeoreach.web.list.filter.Fragment;

/** Whether an enterprise had a contact of a kind: by which channel, at least how strong, since when, about what. */
@ApplicationScoped
class TouchpointCriterion implements SegmentCriterion {

    private static final String CHANNEL = "channel";
    private static final String STRENGTH = "strength";
    private static final String SINCE = "since";
    private static final String SUBJECT = "subject";

    @Inject
    private Subjects subjects;

    @Override
    public String key() {
        return "touchpoint";
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.of(CHANNEL, Kind.CHOICE, "outreach.channel.", Channel.values())
                        .optional(),
                Part.of(STRENGTH, Kind.CHOICE, "outreach.strength.", Strength.values())
                        .optional(),
                Part.day(SINCE).optional(),
                new Part(SUBJECT, Kind.CHOICE, false, page -> subjects.options(page, Subject::ref)));
    }

    @Override
    public Fragment condition(Chosen chosen) {
        StringBuilder sql = new StringBuilder(
                "exists (select from touchpoint_party p where p.enterprise_id = e.id and p.withdrawn_at is null");
        List<Object> values = new ArrayList<>();
        if (!chosen.one(CHANNEL).isEmpty()) {
            sql.append(" and p.channel = ?");
            values.add(chosen.one(CHANNEL));
        }
        if (!chosen.one(STRENGTH).isEmpty()) {
            sql.append(" and p.strength in (select s.code from contact_strength s where s.rank >="
                    + " (select l.rank from contact_strength l where l.code = ?))");
            values.add(chosen.one(STRENGTH));
        }
        if (!chosen.one(SINCE).isEmpty()) {
            sql.append(" and p.at >= cast(? as timestamp) at time zone 'Asia/Shanghai'");
            values.add(chosen.one(SINCE));
        }
        if (!chosen.one(SUBJECT).isEmpty()) {
            // Of contacts whose text the viewer may read: what another unit talked about is its own.
            sql.append(" and exists (select from touchpoint_subject y where y.touchpoint_id = p.touchpoint_id"
                    + " and y.ref collate \"C\" = ?)");
            values.add(chosen.one(SUBJECT));
        }
        return new Fragment(sql.append(")").toString(), values);
    }
}
