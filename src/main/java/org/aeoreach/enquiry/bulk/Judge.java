package org.aeoreach.enquiry.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Says with which enquiries something can be done now, and what stands against it with the others. */
@ApplicationScoped
class Judge {

    private static final String PENDING = "select distinct m.enquiry_id from enquiry_message m where m.enquiry_id = any"
            + " (cast(string_to_array(?1, ',') as bigint[])) and m.kind in ('ANSWER', 'REQUEST')"
            + " and m.undone_at is null and m.goes_at > now()";

    @Inject
    private Authorities authorities;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    private record Court(
            Viewer me,
            String desk,
            EnquiryLevel level,
            Map<String, Authority> needed,
            Set<Long> pending,
            boolean topicFirst) {}

    /** All of them, each with what stands against the deed by its nature, whatever is written. */
    @Transactional
    public List<Choice> judge(Deed deed, List<EnquiryView> all) {
        Set<Long> pending = new HashSet<>(
                Rows.list(bound.query(PENDING, all.stream().map(EnquiryView::id).toList()), row -> row.id(0)));
        EnquiryLevel level = authorities.own();
        Court court = new Court(
                viewer.require(),
                desk(all),
                level,
                new HashMap<>(),
                pending,
                deed == Deed.ANSWER && authorities.someNeedMore(level.authority()));
        return all.stream().map(each -> judge(deed, each, court)).toList();
    }

    /** Path of the unit whose officers are to choose from: that of all of them, or the viewer's own when they lie apart. */
    String desk(List<EnquiryView> all) {
        Set<String> desks = all.stream()
                .filter(this::turn)
                .map(each -> each.work().desk().path())
                .collect(Collectors.toSet());
        return desks.size() == 1 ? desks.iterator().next() : viewer.require().orgPath();
    }

    private boolean turn(EnquiryView each) {
        Viewer me = viewer.require();
        return me.role().mayWrite() && me.covers(each.work().desk().path());
    }

    private Choice judge(Deed deed, EnquiryView each, Court court) {
        EnquiryStatus status = each.work().status();
        if (!turn(each)) {
            return Choice.of(each, Obstacle.ELSEWHERE, name(each.work().desk(), court));
        }
        if (status == EnquiryStatus.CLOSED) {
            return Choice.of(each, Obstacle.CLOSED, "");
        }
        return switch (deed) {
            case ANSWER -> answer(each, court);
            case ASSIGN ->
                each.work().desk().path().equals(court.desk())
                        ? Choice.of(each, null, "")
                        : Choice.of(each, Obstacle.OTHER_DESK, name(each.work().desk(), court));
            case CLOSE -> Choice.of(each, court.pending().contains(each.id()) ? Obstacle.PENDING : null, "");
            case TAG -> Choice.of(each, null, "");
        };
    }

    private Choice answer(EnquiryView each, Court court) {
        if (each.work().status() == EnquiryStatus.ANSWERED) {
            return Choice.of(each, Obstacle.ANSWERED, "");
        }
        if (each.mergedInto() != null) {
            return Choice.of(each, Obstacle.FOLLOWS, "");
        }
        String topic = Objects.requireNonNullElse(each.work().topic(), "");
        Authority needed =
                court.needed().computeIfAbsent(topic, code -> authorities.needed(code.isEmpty() ? null : code));
        if (topic.isEmpty() && court.topicFirst()) {
            return Choice.of(each, Obstacle.TOPIC, "");
        }
        return court.level().authority().covers(needed)
                ? Choice.of(each, null, "")
                : Choice.of(each, Obstacle.AUTHORITY, needed.name());
    }

    private static String name(EnquiryView.UnitOf unit, Court court) {
        return court.me().settings().language().pick(unit.zh(), unit.en());
    }
}
