package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.training.session.TrainingView;

/** Plans the tracks, speakers and types of delegates of a conference. */
@ApplicationScoped
public class PlanDetails {

    /** Of each sort at most; speakers of one part. */
    static final int MOST = 50;

    private static final String NEXT = "(select coalesce(max(x.position), 0) + 1 from ";
    private static final String TRACK = "insert into training_track (session_id, name_zh, name_en, position)"
            + " select ?1, ?2, cast(?3 as text), " + NEXT + "training_track x where x.session_id = ?1)"
            + " on conflict (session_id, name_zh) do nothing";
    private static final String SPEAKER =
            "insert into training_speaker (session_id, name_zh, name_en, post_zh, post_en, organisation_zh,"
                    + " organisation_en, position) select ?1, ?2, cast(?3 as text), cast(?4 as text), cast(?5 as text),"
                    + " cast(?6 as text), cast(?7 as text), " + NEXT + "training_speaker x where x.session_id = ?1)";
    private static final String TYPE =
            "insert into training_delegate_type (session_id, name_zh, name_en, seats, position)"
                    + " select ?1, ?2, cast(?3 as text), cast(?4 as int), " + NEXT
                    + "training_delegate_type x where x.session_id = ?1)"
                    + " on conflict (session_id, name_zh) do update set name_en = excluded.name_en, seats = excluded.seats";
    private static final String COUNT = "select count(*) from training_track where session_id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private PlanProgramme plan;

    @Inject
    private Programmes programmes;

    /** @throws Problem 400 when there is one of that name, 404, 409 as {@link PlanProgramme#add} */
    @Transactional
    public void addTrack(long conference, NewTrack wanted) {
        TrainingView seen = plan.open(conference);
        Number there = (Number) bound.query(COUNT, conference).getSingleResult();
        enough(there.intValue());
        if (bound.query(TRACK, conference, wanted.trackZh().strip(), wanted.trackEn())
                        .executeUpdate()
                == 0) {
            throw Problem.invalid("trackZh", "conference.invalid.twice");
        }
        plan.record("training.track-add", seen, Changes.none().with("name", wanted.trackZh()));
    }

    /** @throws Problem 404, 409 while parts stand in it */
    @Transactional
    public void removeTrack(long conference, long track) {
        TrainingView seen = plan.open(conference);
        Programme programme = programmes.planned(seen);
        TrackView gone = programme.tracks().stream()
                .filter(each -> each.id() == track)
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (programme.parts().stream().anyMatch(each -> each.track() != null && each.track() == track)) {
            throw new Problem(409, "conference.problem.track-used");
        }
        bound.query("delete from training_track where id = ?1", track).executeUpdate();
        plan.record("training.track-remove", seen, Changes.none().with("name", gone.nameZh()));
    }

    /** @throws Problem 404, 409 as {@link PlanProgramme#add} */
    @Transactional
    public void addSpeaker(long conference, long part, NewSpeaker wanted) {
        TrainingView seen = plan.open(conference);
        enough(plan.part(seen, part).speakers().size());
        bound.query(
                        SPEAKER,
                        part,
                        wanted.speakerZh().strip(),
                        wanted.speakerEn(),
                        wanted.postZh(),
                        wanted.postEn(),
                        wanted.organisationZh(),
                        wanted.organisationEn())
                .executeUpdate();
        plan.record("training.speaker-add", seen, Changes.none().with("name", wanted.speakerZh()));
    }

    /** @throws Problem 404, 409 as {@link PlanProgramme#add} */
    @Transactional
    public void removeSpeaker(long conference, long part, long speaker) {
        TrainingView seen = plan.open(conference);
        SpeakerView gone = plan.part(seen, part).speakers().stream()
                .filter(each -> each.id() == speaker)
                .findFirst()
                .orElseThrow(Problem::notFound);
        bound.query("delete from training_speaker where id = ?1", speaker).executeUpdate();
        plan.record("training.speaker-remove", seen, Changes.none().with("name", gone.nameZh()));
    }

    /** Whoever waits moves up where there are more seats. @throws Problem 400 where seats do not add up, 404, 409 */
    @Transactional
    public void putType(long conference, NewDelegates wanted) {
        TrainingView seen = plan.open(conference);
        bound.query("select 1 from training_hold(?1)", conference).getSingleResult();
        enough(programmes.planned(seen).types().size());
        bound.query(TYPE, conference, wanted.typeZh().strip(), wanted.typeEn(), wanted.typeSeats())
                .executeUpdate();
        plan.settle(conference);
        plan.record(
                "training.delegates-put",
                seen,
                Changes.none().with("name", wanted.typeZh()).with("seats", wanted.typeSeats()));
    }

    /** @throws Problem 404, 409 when somebody has registered as such */
    @Transactional
    public void removeType(long conference, long type) {
        TrainingView seen = plan.open(conference);
        bound.query("select 1 from training_hold(?1)", conference).getSingleResult();
        var gone = programmes.planned(seen).types().stream()
                .filter(each -> each.id() == type)
                .findFirst()
                .orElseThrow(Problem::notFound);
        if ((Boolean) bound.query("select training_type_used(?1)", type).getSingleResult()) {
            throw new Problem(409, "conference.problem.type-used");
        }
        bound.query("update training_delegate_type set seats = null where id = ?1", type)
                .executeUpdate();
        plan.settle(conference);
        bound.query("delete from training_delegate_type where id = ?1", type).executeUpdate();
        plan.record("training.delegates-remove", seen, Changes.none().with("name", gone.nameZh()));
    }

    private static void enough(int there) {
        if (there >= MOST) {
            throw new Problem(409, "conference.problem.enough", MOST);
        }
    }
}
