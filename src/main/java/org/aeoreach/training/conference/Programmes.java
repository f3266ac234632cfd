package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.offer.DelegateTypes;
import org.aeoreach.training.session.TrainingKind;
import org.aeoreach.training.session.TrainingView;

/** Reads programmes of conferences. */
@ApplicationScoped
public class Programmes {

    private static final String TRACKS =
            "select t.id, t.name_zh, t.name_en from training_track t where t.session_id = ?1 order by t.position, t.id";
    private static final String SPEAKERS_PLANNED = SpeakerView.SELECT
            + " where p.session_id in (select s.id from training_session s where s.parent_id = ?1)"
            + " order by p.position, p.id";
    private static final String SPEAKERS_OUT = SpeakerView.SELECT
            + " where p.session_id in (select s.id from training_part s where s.parent_id = ?1)"
            + " order by p.position, p.id";
    private static final String CONFERENCE =
            "select 1 from training_session s where s.id = ?1" + " and s.kind = 'CONFERENCE' and s.parent_id is null";
    private static final String ZONE = "select o.zone from training_offer o where o.id = ?1 and o.kind = 'CONFERENCE'"
            + " and not exists (select from training_part p where p.id = o.id)";

    @Inject
    private Bound bound;

    @Inject
    private DelegateTypes types;

    /** With its drafts, for officers. @throws Problem 404 when it is no conference the viewer sees */
    @Transactional
    public Programme planned(TrainingView conference) {
        if (!is(conference)) {
            throw Problem.notFound();
        }
        return read(conference.id(), conference.zone(), PartView.PLANNED, SPEAKERS_PLANNED);
    }

    /** Whether a session has a programme: it is a conference and not part of one. */
    @Transactional
    public boolean is(TrainingView session) {
        return session.kind() == TrainingKind.CONFERENCE
                && !bound.query(CONFERENCE, session.id()).getResultList().isEmpty();
    }

    /** As it is out. @throws Problem 404 when there is no such conference */
    @Transactional
    public Programme out(long conference) {
        String zone =
                Rows.one(bound.query(ZONE, conference), row -> row.text(0)).orElseThrow(Problem::notFound);
        return read(conference, zone, PartView.OUT, SPEAKERS_OUT);
    }

    private Programme read(long conference, String zone, String parts, String speakers) {
        List<TrackView> tracks = Rows.list(
                bound.query(TRACKS, conference), row -> new TrackView(row.id(0), row.text(1), row.textOrNull(2)));
        Map<Long, List<SpeakerView>> who = Rows.list(bound.query(speakers, conference), SpeakerView::of).stream()
                .collect(Collectors.groupingBy(SpeakerView::part));
        List<PartView> all = Rows.list(bound.query(parts + PartView.ORDER, conference), PartView::of).stream()
                .map(each -> each.with(who.getOrDefault(each.id(), List.of())))
                .toList();
        return new Programme(conference, zone, tracks, all, types.of(conference));
    }
}
