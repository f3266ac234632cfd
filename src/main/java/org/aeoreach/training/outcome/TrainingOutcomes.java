package org.aeoreach.training.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Reads what enterprises did after sessions that the viewer's unit or one below it organised. */
@ApplicationScoped
public class TrainingOutcomes {

    private static final String SESSIONS = "select count(*), count(*) filter (where not exists (select from"
            + " training_attendance a where a.session_id = s.id and a.counts))"
            + " from unnest(training_outcome_sessions(?, ?)) s (id)";
    private static final String FIGURES =
            "select o.present, o.step, o.months, o.enterprises, o.left_out, o.took, o.seen,"
                    + " o.days[1], o.days[2], o.days[3] from training_outcome(?, ?) o order by o.months nulls first";
    private static final String MEMBERS =
            "select m.enterprise, e.name_zh, e.name_en, m.since, m.passed > 0, m.assessed_on,"
                    + " m.applied_on, m.certified_on from training_outcome_members(?1, ?2) m join enterprise e on e.id = m.enterprise"
                    + " where m.enterprise > ?3 and m.present = ?4 and (?5 = '' or case ?5 when 'SELF_ASSESSED' then m.assessed_on"
                    + " when 'APPLIED' then m.applied_on else m.certified_on end is not null) order by m.enterprise limit ?6";

    @Inject
    private Bound bound;

    /** An enterprise behind a figure. @param begun whether it had taken a step before; of such steps no day is told */
    public record Member(
            long enterprise,
            String nameZh,
            @Nullable String nameEn,
            LocalDate since,
            boolean begun,
            @Nullable LocalDate assessedOn,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate certifiedOn) {

        static Member of(Rows.Row row) {
            return new Member(
                    row.id(0),
                    row.text(1),
                    row.textOrNull(2),
                    row.date(3),
                    row.flag(4),
                    row.dateOrNull(5),
                    row.dateOrNull(6),
                    row.dateOrNull(7));
        }
    }

    /** Who may ask for it at all is for him to know who asks; sessions of other units count for nothing. */
    @Transactional
    public TrainingOutcome of(OutcomeAbout about) {
        List<Long> sessions = Rows.one(
                        bound.query(SESSIONS, about.kind(), about.id()), row -> List.of(row.id(0), row.id(1)))
                .orElseThrow();
        List<OutcomeRow> found = Rows.list(bound.query(FIGURES, about.kind(), about.id()), OutcomeRow::of);
        return new TrainingOutcome(
                sessions.get(0), sessions.get(1), OutcomeRow.group(true, found), OutcomeRow.group(false, found));
    }

    /** Those the viewer sees by name, in the order of their numbers. @param step null for the whole group */
    @Transactional
    public Slice<Member> members(
            OutcomeAbout about, boolean present, TrainingOutcome.@Nullable Step step, long after, int limit) {
        return Slice.of(
                Rows.list(
                        bound.query(
                                MEMBERS,
                                about.kind(),
                                about.id(),
                                after,
                                present,
                                step == null ? "" : step.name(),
                                limit + 1),
                        Member::of),
                limit,
                Member::enterprise);
    }
}
