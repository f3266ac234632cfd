package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seats of a conference by types of delegates, and of its break-outs. */
@Tag("db")
class ConferenceSeatsTest {

    private static final int PEOPLE = 600;
    private static final int CONNECTIONS = 20;

    @Test
    void aTypeWithSeatsOfItsOwnHasThoseAndNoOthersAndWaitsForItself() throws Exception {
        try (SampleConference conference = SampleConference.of(3)) {
            long guests = conference.type("guest", 1);
            long firms = conference.type("firm", 0);
            assertThat(conference.comes("g1", guests)).isEqualTo("REGISTERED");
            assertThat(conference.comes("g2", guests)).isEqualTo("WAITING");
            assertThat(conference.comes("f1", firms)).isEqualTo("REGISTERED");
            assertThat(conference.comes("f2", firms)).isEqualTo("REGISTERED");
            assertThat(conference.comes("f3", firms)).isEqualTo("WAITING");
            conference.event().act("f1", "CANCEL", SampleSession.NOW);
            assertThat(conference.event().states())
                    .containsExactly("g1 REGISTERED", "g2 WAITING", "f1 CANCELLED", "f2 REGISTERED", "f3 REGISTERED");
            conference.event().act("g1", "CANCEL", SampleSession.NOW);
            assertThat(conference.event().states()).contains("g2 REGISTERED");
            assertThat(conference.taken(guests)).isEqualTo(1);
        }
    }

    @Test
    void moreSeatsForATypeLetItsOwnWaitingListMoveUp() throws Exception {
        try (SampleConference conference = SampleConference.of(5)) {
            long guests = conference.type("guest", 1);
            conference.comes("g1", guests);
            conference.comes("g2", guests);
            conference.comes("g3", guests);
            conference.seats(guests, 2);
            conference.event().settle();
            assertThat(conference.event().states()).containsExactly("g1 REGISTERED", "g2 REGISTERED", "g3 WAITING");
            conference.seats(guests, 1);
            assertThat(conference.event().settle())
                    .as("more are taken than there would be")
                    .isEqualTo(-2);
            conference.seats(guests, 6);
            assertThat(conference.event().settle())
                    .as("more are kept than there are")
                    .isEqualTo(-1);
        }
    }

    /** He gave it up with one enterprise and comes with another. */
    @Test
    void theBreakOutOfARegistrationIsNotThatOfAnOlderOne() throws Exception {
        try (SampleConference conference = SampleConference.of(5)) {
            long part = conference.breakout(5, 1);
            conference.comes("old", 0);
            conference.event().act("old", "CANCEL", SampleSession.NOW);
            conference.comes("new", 0);
            Rows.change(
                    "update training_registration set mail = 'new@seats.example' where session_id = ? and name = 'old'",
                    conference.event().id());
            assertThat(conference.chooses("new", part)).isEqualTo("REGISTERED");
            assertThat(conference.chooses("old", part)).isEqualTo("DELEGATE");
            conference.leaves("old", part);
            assertThat(SampleConference.states(part)).containsExactly("new REGISTERED");
        }
    }

    @Test
    void inARushEachTypeGetsExactlyItsSeatsAndAllOthersWait() throws Exception {
        try (SampleConference conference = SampleConference.of(120)) {
            long[] types = {conference.type("a", 30), conference.type("b", 50), conference.type("c", 0)};
            AtomicInteger next = new AtomicInteger();
            together(() -> {
                try (Connection officer = SampleSession.officer()) {
                    for (int i = next.getAndIncrement(); i < PEOPLE; i = next.getAndIncrement()) {
                        conference.comes(officer, "p" + i, types[i % 3]);
                        if (i % 10 == 0) {
                            conference.event().act("p" + i, "CANCEL", SampleSession.NOW);
                        }
                    }
                }
                return List.of();
            });
            int[] seats = {30, 50, 40};
            for (int i = 0; i < types.length; i++) {
                assertThat(Rows.number(
                                "select count(*) from training_registration where session_id = ? and delegate_type = ?"
                                        + " and status = 'REGISTERED'",
                                conference.event().id(),
                                types[i]))
                        .isEqualTo(seats[i]);
            }
            assertThat(conference.taken(types[0])).isEqualTo(30);
            assertThat(conference.event().states()).hasSize(PEOPLE);
        }
    }

    @Test
    void aFullBreakOutWaitsAndWhoGivesUpIsFollowed() throws Exception {
        try (SampleConference conference = SampleConference.of(10)) {
            long part = conference.breakout(1, 1);
            for (String name : List.of("a", "b", "c")) {
                conference.comes(name, 0);
            }
            assertThat(conference.chooses("a", part)).isEqualTo("REGISTERED");
            assertThat(conference.chooses("a", part)).isEqualTo("REGISTERED");
            assertThat(conference.chooses("b", part)).isEqualTo("WAITING");
            assertThat(conference.leaves("a", part)).isEqualTo("CANCELLED");
            assertThat(SampleConference.states(part)).containsExactly("a CANCELLED", "b REGISTERED");
        }
    }

    @Test
    void whoGivesUpTheConferenceGivesUpItsBreakOutsToo() throws Exception {
        try (SampleConference conference = SampleConference.of(10)) {
            long part = conference.breakout(1, 1);
            conference.comes("a", 0);
            conference.comes("b", 0);
            conference.chooses("a", part);
            conference.chooses("b", part);
            conference.event().act("a", "CANCEL", SampleSession.NOW);
            assertThat(SampleConference.states(part)).containsExactly("a CANCELLED", "b REGISTERED");
        }
    }

    @Test
    void onlyDelegatesChooseAndOneBreakOutAtATime() throws Exception {
        try (SampleConference conference = SampleConference.of(1)) {
            long part = conference.breakout(5, 1);
            long beside = conference.breakout(5, 1);
            long later = conference.breakout(5, 2);
            conference.comes("a", 0);
            conference.comes("waits", 0);
            assertThat(conference.chooses("waits", part)).isEqualTo("DELEGATE");
            assertThat(conference.chooses("a", part)).isEqualTo("REGISTERED");
            assertThat(conference.chooses("a", beside)).isEqualTo("CLASH");
            assertThat(conference.chooses("a", later)).isEqualTo("REGISTERED");
            try (Connection stranger = SampleConference.stranger()) {
                assertThat(conference.chooses(stranger, "a", beside, true)).isEqualTo("NONE");
            }
        }
    }

    @Test
    void nobodyRegistersForAPartAlone() throws Exception {
        try (SampleConference conference = SampleConference.of(10);
                Connection officer = SampleSession.officer()) {
            long part = conference.breakout(5, 1);
            String who = "{\"name\":\"x\",\"mail\":\"x@seats.example\",\"language\":\"zh\"}";
            assertThat(SampleSession.text(
                            officer,
                            "select outcome from training_register(?, cast(? as jsonb), ?)",
                            part,
                            who,
                            SampleSession.at(SampleSession.NOW)))
                    .isEqualTo("CLOSED");
        }
    }

    @Test
    void partsGoOutAndAreCalledOffWithTheConference() throws Exception {
        try (SampleConference conference = SampleConference.of(10)) {
            long part = conference.breakout(5, 1);
            Rows.change(
                    "update training_session set status = 'DRAFT' where id in (?, ?)",
                    part,
                    conference.event().id());
            conference.event().set("status = 'PUBLISHED'");
            assertThat(status(part)).isEqualTo("PUBLISHED");
            conference.comes("a", 0);
            conference.chooses("a", part);
            conference.event().set("status = 'CANCELLED', reason = 'storm'");
            assertThat(status(part)).isEqualTo("CANCELLED");
            assertThat(Rows.number(
                            "select count(*) from training_notice n join training_registration r on r.id = n.registration_id"
                                    + " where r.session_id = ? and n.kind = 'CALLED_OFF'",
                            part))
                    .isEqualTo(1);
        }
    }

    @Test
    void aBreakOutThatTookPlaceIsNotGivenUp() throws Exception {
        try (SampleConference conference = SampleConference.of(10)) {
            long part = conference.breakout(5, 0);
            conference.comes("a", 0);
            conference.chooses("a", part);
            assertThat(conference.leaves("a", part, Instant.parse("2027-06-01T02:00:00Z")))
                    .isEqualTo("CLOSED");
            assertThat(SampleConference.states(part)).containsExactly("a REGISTERED");
            assertThat(conference.leaves("a", part, Instant.parse("2027-06-01T01:30:00Z")))
                    .isEqualTo("CANCELLED");
        }
    }

    @Test
    void whatTookPlaceIsNotCalledOffWithTheRest() throws Exception {
        try (SampleConference conference = SampleConference.of(10)) {
            long before = conference.breakout(5, 0);
            long after = conference.breakout(5, 1);
            Rows.change(
                    "update training_session set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'"
                            + " where id = ?",
                    before);
            conference.event().set("status = 'CANCELLED', reason = 'storm'");
            assertThat(status(before)).isEqualTo("PUBLISHED");
            assertThat(status(after)).isEqualTo("CANCELLED");
        }
    }

    private static String status(long session) throws Exception {
        return Rows.one("select status from training_session where id = ?", session)
                .text("status");
    }

    private static void together(Callable<List<String>> one) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(one));
            }
            for (Future<List<String>> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
