package org.aeoreach.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was brought and never imported goes by night, of both sorts of imports; what somebody needs stays. */
@RunAsClient
class PurgeDraftsIT implements ServerTest {

    private static final String CONTACTS = "/api/v1/touchpoints/imports";
    private static final String ENTERPRISES = "/api/v1/enterprises/imports";

    private Caller officer;

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("shekou.officer");
    }

    private long brought(String path, String csv) {
        HttpResponse<String> answer = officer.send("POST", path, csv, "Content-Type", "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Reply.of(answer).id();
    }

    private static Path content(String table, long id) throws SQLException {
        String hash = Rows.one(
                        "select encode(f.sha256, 'hex') as hash from stored_file f join " + table
                                + " i on i.file_id = f.id where i.id = ?",
                        id)
                .text("hash");
        return TestPostgres.DIRECTORY.resolve(Path.of("files", hash.substring(0, 2), hash.substring(2, 4), hash));
    }

    private static void old(String table, long id) throws Exception {
        Rows.change("update " + table + " set created_at = now() - interval '15 days' where id = ?", id);
        Files.setLastModifiedTime(
                content(table, id), FileTime.from(Instant.now().minus(Duration.ofDays(15))));
    }

    private static long rows(String table, long id) throws SQLException {
        return Rows.number("select count(*) from " + table + " where id = ?", id);
    }

    private static void purge() throws Exception {
        long job = Rows.number(
                "insert into job (kind, slot, org_path) values ('purge-import-drafts', clock_timestamp(), '0000.')"
                        + " returning id");
        for (int i = 0; i < 300; i++) {
            if (Rows.number("select count(*) from job where id = ? and status = 'DONE'", job) == 1) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    @Test
    void abandonedDraftsGoWithTheirFilesAndOthersStay() throws Exception {
        String mark = Long.toString(System.nanoTime());
        long contacts = brought(CONTACTS, "日期,企业代码,方式,内容\n2026-02-01,5304880001,走访,a" + mark + "\n");
        long enterprises = brought(ENTERPRISES, "customs_code,name_zh\n5304880001,a" + mark + "\n");
        long recent = brought(CONTACTS, "日期,企业代码,方式,内容\n2026-02-01,5304880001,走访,b" + mark + "\n");
        long done = brought(CONTACTS, "日期,企业代码,方式,内容\n2026-02-01,5304880001,走访,c" + mark + "\n");
        String same = "日期,企业代码,方式,内容\n2026-02-01,5304880001,走访,d" + mark + "\n";
        long twin = brought(CONTACTS, same);
        long kept = brought(CONTACTS, same);
        Path first = content("contact_import", contacts);
        Path second = content("enterprise_import", enterprises);
        Path shared = content("contact_import", kept);
        old("contact_import", contacts);
        old("enterprise_import", enterprises);
        old("contact_import", done);
        old("contact_import", twin);
        Rows.change("update contact_import set status = 'DONE' where id = ?", done);
        purge();
        assertThat(rows("contact_import", contacts)
                        + rows("enterprise_import", enterprises)
                        + rows("contact_import", twin))
                .isZero();
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(rows("contact_import", recent) + rows("contact_import", done) + rows("contact_import", kept))
                .isEqualTo(3);
        assertThat(shared).as("somebody else brought the same file").exists();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'importing.purge' and record_id = ?"
                                + " and record_type = 'contact_import'",
                        Long.toString(contacts)))
                .isEqualTo(1);
    }

    @Test
    void nobodySignedInMayPurge() throws SQLException {
        try (var connection = TestPostgres.running().application();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.account', '1', true)");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> statement.execute("select purge_import_drafts(now(), 1)")))
                    .isInstanceOf(SQLException.class);
            connection.rollback();
        }
    }
}
