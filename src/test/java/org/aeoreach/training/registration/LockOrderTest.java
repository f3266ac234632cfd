package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.Blocking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever needs the seats of several sessions takes them in the order of the sessions, so that nobody waits in a circle. */
@Tag("db")
class LockOrderTest {

    private static final String LOCK = "select from training_seat_pool where session_id = ? for update";

    private static CompletableFuture<Void> beside(Blocking.Work work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** What is released stands before what expires. */
    @Test
    void timeTakesTheSeatsOfTheFirstSessionFirst() throws Exception {
        try (SampleSession first = SampleSession.of(5, "release_on = '2027-02-01'");
                SampleSession second = SampleSession.of(1, "accept_hours = 1")) {
            second.register("in", null);
            second.register("waits", null);
            second.act("in", "CANCEL", SampleSession.NOW);
            try (Blocking other = Blocking.by(LOCK, first.id())) {
                CompletableFuture<Void> passing = beside(() -> SampleSession.pass(SampleSession.NOW.plusSeconds(7200)));
                other.met().run(LOCK + " nowait", second.id()).commit();
                passing.join();
            }
            assertThat(second.states()).containsExactly("in CANCELLED", "waits EXPIRED");
        }
    }

    /** A break-out stands behind a session that was planned after its conference. */
    @Test
    void erasureTakesTheSeatsOfAConferenceItsBreakOutsAndOthersInOneOrder() throws Exception {
        long person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis, mail)"
                        + " select id, unit_id, org_path, 'x', 'OUTREACH', 'STATUTORY_DUTY', 'noa@seats.example' from"
                        + " enterprise order by id limit 1 returning id");
        try (SampleConference conference = SampleConference.of(5);
                SampleSession later = SampleSession.of(5, "")) {
            long part = conference.breakout(5, 1);
            conference.comes("noa", 0);
            conference.chooses("noa", part);
            later.register("noa", null);
            try (Blocking other = Blocking.by(LOCK, later.id())) {
                CompletableFuture<Void> erased = beside(() -> {
                    try (Blocking one = Blocking.by(
                            "update contact_person set mail = null, erased_at = now(), ended_at = now() where id = ?",
                            person)) {
                        one.commit();
                    }
                });
                other.met().run(LOCK + " nowait", part).commit();
                erased.join();
            }
            assertThat(later.states()).containsExactly("*** CANCELLED");
            assertThat(SampleConference.states(part)).containsExactly("*** CANCELLED");
        } finally {
            Rows.change("delete from contact_person where id = ?", person);
        }
    }
}
