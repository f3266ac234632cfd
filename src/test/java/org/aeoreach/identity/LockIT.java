package org.aeoreach.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures lock, for longer each time, wherever they come from. */
@RunAsClient
class LockIT implements ServerTest {

    @BeforeEach
    void forget() throws SQLException {
        Officer.forgetAttempts();
    }

    private static void fail(Officer officer, int times) {
        for (int i = 0; i < times; i++) {
            officer.signIn("wrong password");
        }
    }

    private static void waitUntilUnlocked() throws SQLException {
        Rows.change("update attempt set locked_until = now() - interval '1 second' where locked_until is not null");
    }

    private static long minutes() throws SQLException {
        return Rows.number("select round(extract(epoch from max(locked_until) - now()) / 60) from attempt");
    }

    @Test
    void locksForGrowingTimes() throws SQLException {
        Officer officer = Officer.make();
        for (int minutes : new int[] {1, 5, 15, 60, 240, 240}) {
            fail(officer, 5);
            assertThat(minutes()).isEqualTo(minutes);
            assertThat(officer.signIn(Officer.PASSWORD).statusCode())
                    .as("right, but locked")
                    .isEqualTo(400);
            waitUntilUnlocked();
            Rows.change("delete from attempt where key like 'address:%'");
        }
        assertThat(officer.signIn(Officer.PASSWORD).statusCode()).isEqualTo(303);
        fail(officer, 4);
        assertThat(officer.signIn(Officer.PASSWORD).statusCode())
                .as("a success forgets")
                .isEqualTo(303);
    }

    @Test
    void countsUnknownLoginsToo() throws SQLException {
        fail(new Officer(0, "nobody.at.all"), 5);
        assertThat(minutes()).isEqualTo(1);
    }

    @Test
    void triesAtTheSameMomentDoNotSlipThrough() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> LockIT::take)
                    .toList();
            long let = both.invokeAll(tries).stream()
                    .filter(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            assertThat(let).isEqualTo(5);
        } finally {
            both.shutdownNow();
        }
    }

    /** On a connection of its own, as another node would. */
    private static boolean take() throws SQLException {
        try (Connection connection = TestPostgres.running().application();
                PreparedStatement take = connection.prepareStatement(
                        "select take_attempt('{account:race,address:race}', '{5,50}', '{1,5}')");
                ResultSet row = take.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void strangersDoNotLockOutSomebodyAtHisOwnBrowser() throws SQLException {
        Officer officer = Officer.make();
        String device = Officer.cookie(officer.signIn(Officer.PASSWORD), "__Host-aeo-device");
        fail(officer, 6);
        assertThat(officer.signIn(Officer.PASSWORD).statusCode()).isEqualTo(400);
        HttpResponse<String> own = officer.signIn(Officer.PASSWORD, "Cookie", device);
        assertThat(own.statusCode()).isEqualTo(303);
        Officer other = Officer.make();
        fail(other, 5);
        assertThat(other.signIn(Officer.PASSWORD, "Cookie", device).statusCode())
                .as("the browser of somebody else")
                .isEqualTo(400);
    }

    @Test
    void aKnownBrowserHasItsOwnCount() throws SQLException {
        Officer officer = Officer.make();
        String device = Officer.cookie(officer.signIn(Officer.PASSWORD), "__Host-aeo-device");
        for (int i = 0; i < 5; i++) {
            officer.signIn("wrong password", "Cookie", device);
        }
        assertThat(officer.signIn(Officer.PASSWORD, "Cookie", device).statusCode())
                .isEqualTo(400);
    }

    @Test
    void locksAnAddressThatTriesManyAccounts() throws SQLException {
        for (int i = 0; i < 50; i++) {
            new Officer(0, "guessed." + i).signIn("wrong password");
        }
        assertThat(Officer.make().signIn(Officer.PASSWORD).statusCode()).isEqualTo(400);
        assertThat(Caller.anonymous().get("/portal").statusCode()).isEqualTo(200);
    }
}
