package org.aeoreach.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the import of houses, the first page that takes files. */
@RunAsClient
class UploadIT implements ServerTest {
    private static final String PAGE = "/desk/units/import";
    private static final String TYPE = "multipart/form-data; boundary=cut";
    private static final String HEADER = "code,name_zh,name_en,opened_on,source\n";

    private Caller admin;

    @BeforeEach
    void signIn() throws IOException {
        // Made with the first file otherwise.
        Files.createDirectories(files().resolve("incoming"));
        admin = Caller.signedIn("shenzhen.admin");
    }

    private static String form(String name, String content) {
        return "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--cut--\r\n";
    }

    private HttpResponse<String> upload(String name, String content) {
        return admin.send("POST", PAGE, form(name, content), "Content-Type", TYPE);
    }

    private static Path files() {
        return TestPostgres.DIRECTORY.resolve("files");
    }

    private static long onTheirWay() throws IOException {
        try (Stream<Path> all = Files.list(files().resolve("incoming"))) {
            return all.count();
        }
    }

    private static long rows() throws SQLException {
        return Rows.number("select count(*) from stored_file");
    }

    @Test
    void keepsFileUnderItsContentAndGivesItBackToItsUnitOnly() throws SQLException, IOException {
        String content = HEADER + "5304,蛇口海关,,," + System.nanoTime() + "\n";
        assertThat(upload("../名单\u202e.txt", content).statusCode()).isEqualTo(303);
        Rows.Row row = Rows.one("select id, name, media_type, bytes, encode(sha256, 'hex') as hash, org_path"
                + " from stored_file order by id desc limit 1");
        assertThat(row.text("name")).isEqualTo("名单.txt.csv");
        assertThat(row.text("org_path")).isEqualTo("0000.5300.");
        String hash = row.text("hash");
        Path kept = files().resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
        assertThat(Files.readString(kept)).isEqualTo(content);
        assertThat(onTheirWay()).isZero();

        HttpResponse<String> back = admin.get("/files/" + row.id("id"));
        assertThat(back.body()).isEqualTo(content);
        assertThat(back.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''%E5%90%8D%E5%8D%95.txt.csv");
        assertThat(back.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
        assertThat(back.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(Caller.signedIn("shekou.officer")
                        .get("/files/" + row.id("id"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Caller.anonymous().get("/files/" + row.id("id")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSameContentLiesThereOnce() throws SQLException, IOException {
        String content = HEADER + "5304,蛇口海关,,," + System.nanoTime() + "\n";
        long before = contents();
        assertThat(upload("a.csv", content).statusCode()).isEqualTo(303);
        assertThat(upload("b.csv", content).statusCode()).isEqualTo(303);
        assertThat(contents()).isEqualTo(before + 1);
    }

    private static long contents() throws IOException {
        if (Files.notExists(files())) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(files())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsNothing() throws SQLException, IOException {
        long before = rows();
        long contents = contents();
        HttpResponse<String> program = upload("houses.csv", "MZ\0\3");
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("id=\"file-error\"").contains("CSV");
        HttpResponse<String> large = upload("houses.csv", "x".repeat((2 << 20) + 1));
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("id=\"file-error\"").contains("2,048");
        assertThat(upload("houses.csv", "x".repeat(12 << 20)).statusCode()).isEqualTo(413);
        assertThat(upload("houses.csv", "a,b\n").statusCode()).isEqualTo(400);
        assertThat(upload("houses.csv", "").statusCode()).isEqualTo(400);
        assertThat(rows()).isEqualTo(before);
        assertThat(contents()).isEqualTo(contents);
    }

    @Test
    void whatBreaksOffLeavesNothing() throws SQLException, IOException {
        long before = rows();
        long contents = contents();
        for (int sent : new int[] {10, 200, 1_500_000}) {
            cut(form("houses.csv", HEADER + "x".repeat(1_900_000)), sent);
        }
        for (int i = 0; i < 600 && (onTheirWay() > 0 || spooled() > 0); i++) {
            LockSupport.parkNanos(100_000_000L);
        }
        assertThat(onTheirWay()).isZero();
        assertThat(spooled()).as("what the server itself put aside").isZero();
        assertThat(rows()).isEqualTo(before);
        assertThat(contents()).isEqualTo(contents);
        assertThat(upload("houses.csv", HEADER + "5304,蛇口海关,,,again\n").statusCode())
                .isEqualTo(303);
    }

    private static long spooled() throws IOException {
        try (Stream<Path> all = Files.walk(TestPostgres.DIRECTORY.resolve("run"))) {
            return all.filter(file -> file.getFileName().toString().matches("(?i)mime.*\\.tmp"))
                    .count();
        }
    }

    private void cut(String body, int sent) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", TestServer.port())) {
            String head = "POST " + PAGE + " HTTP/1.1\r\nHost: localhost:" + TestServer.port() + "\r\nCookie: "
                    + admin.cookie() + "\r\nContent-Type: " + TYPE + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes, 0, sent);
            socket.getOutputStream().flush();
            LockSupport.parkNanos(300_000_000L);
            socket.setSoLinger(true, 0);
        }
    }
}
