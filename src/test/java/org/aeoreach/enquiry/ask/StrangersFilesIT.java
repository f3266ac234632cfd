package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of people without an account wait with the question until the address is confirmed, within limits. */
@RunAsClient
class StrangersFilesIT implements ServerTest {

    @BeforeEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static void purge() throws Exception {
        long job = Rows.number("insert into job (kind, slot, org_path) values ('purge-enquiry-intakes',"
                + " clock_timestamp(), '0000.') returning id");
        for (int i = 0; i < 300; i++) {
            if (Rows.number("select count(*) from job where id = ? and status = 'DONE'", job) == 1) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    @Test
    void keepsAStrangersFilesUntilHeConfirmsAndForgetsThemWithAQuestionNobodyConfirmed() throws Exception {
        String mail = "files" + System.nanoTime() + "@example.test";
        String content = "a,b," + System.nanoTime();
        assertThat(AskIT.ask(AskIT.stranger(mail), "file/材料.csv", content, "file/b.csv", content + "b")
                        .statusCode())
                .isEqualTo(200);
        String link = AskIT.link(mail);
        assertThat(Caller.anonymous().get(link).body()).contains("材料.csv", "b.csv");
        assertThat(Rows.number("select count(*) from stored_file where sha256 = ?", Digests.sha256(content)))
                .as("nobody's yet")
                .isZero();
        assertThat(Caller.anonymous().form(link + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
        Matcher file = Pattern.compile(link + "/files/[0-9]+")
                .matcher(Caller.anonymous().get(link).body());
        assertThat(file.find()).isTrue();
        assertThat(Caller.anonymous().get(file.group()).body()).isEqualTo(content);

        String other = "forgotten" + System.nanoTime() + "@example.test";
        String forgotten = "c,d," + System.nanoTime();
        AskIT.ask(AskIT.stranger(other), "file/c.csv", forgotten, "file/d.csv", content);
        Rows.change(
                "update enquiry_intake set created_at = now() - interval '8 days' where content ->> 'mail' = ?", other);
        for (String each : List.of(forgotten, content)) {
            Files.setLastModifiedTime(place(each), FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        }
        purge();
        assertThat(Rows.number("select count(*) from enquiry_intake where content ->> 'mail' = ?", other))
                .isZero();
        assertThat(place(forgotten)).doesNotExist();
        assertThat(place(content)).as("the confirmed question needs it").exists();
    }

    private static Path place(String content) {
        String hash = HexFormat.of().formatHex(Digests.sha256(content));
        return TestPostgres.DIRECTORY
                .resolve("files")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    @Test
    void takesNoMoreFilesOfStrangersThanThereIsRoomForAndFewOfOneAddress() throws SQLException {
        Rows.change("insert into enquiry_intake (content, bytes) values ('{\"mail\":\"full\"}', 3::bigint << 30)");
        try {
            HttpResponse<String> full =
                    AskIT.ask(AskIT.stranger("room" + System.nanoTime() + "@example.test"), "file/a.csv", "a,b");
            assertThat(full.statusCode()).isEqualTo(400);
            assertThat(full.body()).contains("id=\"file-error\"", "xyzzy plugh");
            assertThat(AskIT.ask(AskIT.stranger("room" + System.nanoTime() + "@example.test"))
                            .statusCode())
                    .as("without files")
                    .isEqualTo(200);
        } finally {
            Rows.change("delete from enquiry_intake where content ->> 'mail' = 'full'");
        }
        int last = 0;
        for (int i = 0; i < 20; i++) {
            last = AskIT.ask(AskIT.stranger("many" + System.nanoTime() + "@example.test"), "file/a.csv", "a,b")
                    .statusCode();
        }
        assertThat(last).isEqualTo(429);
    }
}
