package org.aeoreach.enquiry.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.worktime.WorkTimes;
import org.jspecify.annotations.Nullable;

/**
 * Sets the clocks of an enquiry: that of its level in the working time of the unit whose turn it is, and that of all
 * levels together in the working time of the unit that answers. Every change of status goes through here and counts the
 * version of the work up by one, so whoever saw the one before is told.
 *
 * <p>While clocks run, {@code left_minutes} is what was left at {@code clock_since}; while they stand, what is left.
 */
@ApplicationScoped
public class Clocks {

    private static final String RUN = "select enquiry_clock_run(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    private static final String STAND = "update enquiry_work set status = ?2, due_at = null, warn_at = null,"
            + " left_minutes = cast(?3 as int), total_due_at = null, total_warn_at = null,"
            + " total_left_minutes = cast(?4 as int),"
            + " clock_since = null, changed_at = ?5, version = version + 1 where enquiry_id = ?1";
    private static final String STATUS =
            "update enquiry_work set status = ?2, changed_at = ?3, version = version + 1" + " where enquiry_id = ?1";
    private static final String ADJUST =
            "update enquiry_work set left_minutes = ?2, total_left_minutes = ?3 where enquiry_id = ?1";
    private static final String MOVE =
            "update enquiry_work w set desk_id = u.id, desk_path = u.org_path, level = u.kind,"
                    + " officer_id = cast(?3 as bigint), status = case when w.status = 'NEW' then 'OPEN' else w.status end"
                    + " from unit u where u.id = ?2 and w.enquiry_id = ?1";
    private static final String BACK = "select s.account_id from enquiry_step s where s.enquiry_id = ?1"
            + " and s.unit_id = ?2 and s.passed = 'UP' and s.account_id is not null order by s.id desc limit 1";
    private static final String WORKED = "update enquiry_step set worked_minutes = worked_minutes + ?2,"
            + " late = late or ?3 where enquiry_id = ?1 and left_at is null";
    private static final String LEAVE = "update enquiry_step set left_at = ?2, passed = ?3,"
            + " account_id = cast(?4 as bigint), words = cast(?5 as text), proposal = cast(?6 as text), agreed = ?7"
            + " where enquiry_id = ?1 and left_at is null";

    @Inject
    private Bound bound;

    @Inject
    private WorkTimes times;

    @Inject
    private TargetFinder targets;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What becomes of the stay at the unit. */
    private enum Step {
        KEEP,
        LAST,
        NEW
    }

    /** Both clocks of an enquiry that has just come begin, and with them its stay at the unit whose turn it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(long id) {
        ClockFacts facts = facts(id);
        begin(facts, facts.status(), now(), null);
    }

    /**
     * The clocks stand from now on; with an answer or the end the stay at the unit is over.
     *
     * @param status WAITING, ANSWERED or CLOSED
     * @throws Problem 403 when it is not the turn of the viewer's unit or one below
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void stand(long id, EnquiryStatus status) {
        if (status.running()) {
            throw new IllegalArgumentException("clocks run while " + status);
        }
        ClockFacts facts = facts(id);
        Instant now = now();
        worked(facts, now);
        if (status != EnquiryStatus.WAITING) {
            leave(id, now, Passed.valueOf(status.name()), new Said(null, null, false));
        }
        require(bound.query(STAND, id, status, left(facts, now), totalLeft(facts, now), at(now))
                .executeUpdate());
    }

    /**
     * The clocks go on. REOPENED begins a new stay with clocks of its own; otherwise they go on with what was left, after
     * an answer that was taken back in the stay it had ended.
     *
     * @param status NEW, OPEN or REOPENED; one whose clocks run only takes the status
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOn(long id, EnquiryStatus status) {
        ClockFacts facts = facts(id);
        Instant now = now();
        Integer left = facts.left();
        Integer total = facts.totalLeft();
        if (facts.since() != null) {
            require(bound.query(STATUS, id, status, at(now)).executeUpdate());
        } else if (left == null || total == null || status == EnquiryStatus.REOPENED) {
            begin(facts, status, now, null);
        } else {
            Step step = facts.status() == EnquiryStatus.ANSWERED || facts.status() == EnquiryStatus.CLOSED
                    ? Step.LAST
                    : Step.KEEP;
            run(facts, status, now, new Left(left, total), targets.of(facts), step);
        }
    }

    /**
     * It goes to another level: the stay at the one ends, at the other it begins with that level's clock; the clock of all
     * levels goes on. Coming back down it is again with whoever had passed it up.
     *
     * @param unit where it goes
     * @param how UP or DOWN
     * @param words the reason, or the guidance
     * @param proposal the answer proposed, with UP
     * @throws Problem 403 when it is not the turn of the viewer's unit or one below
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pass(long id, long unit, Passed how, String words, @Nullable String proposal) {
        move(id, unit, how, new Said(words, proposal, false));
    }

    /**
     * It goes back down with guidance, or with an answer that is to be sent with the authority of the level which agreed it.
     *
     * @param agreed that answer, or null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void passDown(long id, long unit, @Nullable String guidance, @Nullable String agreed) {
        move(id, unit, Passed.DOWN, new Said(guidance, agreed, agreed != null));
    }

    private void move(long id, long unit, Passed how, Said said) {
        ClockFacts before = facts(id);
        Instant now = now();
        Integer total = totalLeft(before, now);
        worked(before, now);
        leave(id, now, how, said);
        Long officer = how == Passed.DOWN
                ? Rows.one(bound.query(BACK, id, unit), row -> row.idOrNull(0)).orElse(null)
                : null;
        require(bound.query(MOVE, id, unit, officer).executeUpdate());
        beginThere(id, now, total);
    }

    /**
     * Another unit answers from now on; who does this may not see it any more.
     *
     * @param words why
     * @throws Problem 403 when it is not the turn of the viewer's unit or one below
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handOver(long id, long unit, String words) {
        ClockFacts before = facts(id);
        Instant now = now();
        Integer total = totalLeft(before, now);
        worked(before, now);
        leave(id, now, Passed.OVER, new Said(words, null, false));
        bound.query("select enquiry_hand_over(?1, ?2)", id, unit).getSingleResult();
        beginThere(id, now, total);
    }

    private void beginThere(long id, Instant now, @Nullable Integer total) {
        ClockFacts moved = facts(id);
        EnquiryStatus status = moved.status().running() ? moved.status() : EnquiryStatus.OPEN;
        begin(moved, status, now, total);
    }

    /** Topic or priority has changed: the clocks get the targets these have, less what was used; those that stand too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void retarget(long id) {
        ClockFacts facts = facts(id);
        if (facts.left() == null) {
            return;
        }
        Instant now = now();
        worked(facts, now);
        Used used = Rows.one(bound.query(Used.SELECT, id), Used::of).orElse(new Used(0, 0));
        TargetFinder.Goals goals = targets.of(facts);
        Left left =
                new Left(goals.level().minutes() - used.here(), goals.total().minutes() - used.inAll());
        if (facts.since() == null) {
            bound.query(ADJUST, id, left.level(), left.total()).executeUpdate();
        } else {
            run(facts, facts.status(), now, left, goals, Step.KEEP);
        }
        bound.query(
                        "update enquiry_step set target_minutes = ?2 where enquiry_id = ?1 and left_at is null",
                        id,
                        goals.level().minutes())
                .executeUpdate();
    }

    private record Left(int level, int total) {}

    /** Of the last stay, and of all since an answer or the end before it: opened again, both clocks began anew. */
    private record Used(int here, int inAll) {
        static final String SELECT = "select coalesce(sum(s.worked_minutes) filter (where s.id = l.id), 0),"
                + " coalesce(sum(s.worked_minutes), 0) from enquiry_step s,"
                + " (select max(id) as id from enquiry_step where enquiry_id = ?1) l where s.enquiry_id = ?1"
                + " and s.id > coalesce((select max(d.id) from enquiry_step d where d.enquiry_id = ?1 and d.id < l.id"
                + " and d.passed in ('ANSWERED', 'CLOSED')), 0)";

        static Used of(Rows.Row row) {
            return new Used((int) row.id(0), (int) row.id(1));
        }
    }

    /** @param total what is left of the clock of all levels; null: it begins too */
    private void begin(ClockFacts facts, EnquiryStatus status, Instant now, @Nullable Integer total) {
        TargetFinder.Goals goals = targets.of(facts);
        Left left =
                new Left(goals.level().minutes(), total == null ? goals.total().minutes() : total);
        run(facts, status, now, left, goals, Step.NEW);
    }

    private void run(
            ClockFacts facts, EnquiryStatus status, Instant now, Left left, TargetFinder.Goals goals, Step step) {
        Reckoning here = reckoning(facts.deskPath());
        Reckoning inAll = reckoning(facts.unitPath());
        bound.query(
                        RUN,
                        facts.id(),
                        status,
                        at(now),
                        at(here.end(now, left.level())),
                        at(here.warning(now, left.level(), goals.level().warnMinutes())),
                        left.level(),
                        at(inAll.end(now, left.total())),
                        at(inAll.warning(now, left.total(), goals.total().warnMinutes())),
                        left.total(),
                        step,
                        goals.level().minutes())
                .getResultList();
    }

    private void worked(ClockFacts facts, Instant now) {
        Instant since = facts.since();
        if (since != null) {
            bound.query(WORKED, facts.id(), reckoning(facts.deskPath()).worked(since, now), facts.late(now))
                    .executeUpdate();
        }
    }

    private record Said(@Nullable String words, @Nullable String answer, boolean agreed) {}

    private void leave(long id, Instant now, Passed how, Said said) {
        Long account = viewer.get().map(me -> me.accountId()).orElse(null);
        bound.query(LEAVE, id, at(now), how, account, said.words(), said.answer(), said.agreed())
                .executeUpdate();
    }

    private @Nullable Integer left(ClockFacts facts, Instant now) {
        Integer left = facts.left();
        Instant since = facts.since();
        if (left == null || since == null) {
            return left;
        }
        return reckoning(facts.deskPath()).left(since, left, now);
    }

    private @Nullable Integer totalLeft(ClockFacts facts, Instant now) {
        Integer left = facts.totalLeft();
        Instant since = facts.since();
        if (left == null || since == null) {
            return left;
        }
        return reckoning(facts.unitPath()).left(since, left, now);
    }

    private ClockFacts facts(long id) {
        return Rows.one(bound.query(ClockFacts.SELECT, id), row -> ClockFacts.of(id, row))
                .orElseThrow(Problem::notFound);
    }

    private Reckoning reckoning(String path) {
        return new Reckoning(times.of(path));
    }

    private static void require(int changed) {
        if (changed == 0) {
            throw Problem.forbidden();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime at(Instant instant) {
        return Objects.requireNonNull(instant).atOffset(ZoneOffset.UTC);
    }
}
