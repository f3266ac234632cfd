package org.aeoreach.enterprise.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file kept with a step of the journey: there with the step or not at all, and only for those who see the step. */
@RunAsClient
class JourneyFilesIT implements ServerTest {
    private static final String TYPE = "multipart/form-data; boundary=cut";
    private static final String PDF = "%PDF-1.7\nKept with care";

    private Caller officer;
    private SampleEnterprise enterprise;

    @BeforeEach
    void enterprise() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("shekou.officer");
        enterprise = SampleEnterprise.at("5304");
    }

    private static String field(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpResponse<String> take(Caller by, String step, String fileName, String content) {
        String form = field("step", step) + field("happenedOn", "2026-03-02") + field("note", "现场交来的材料")
                + field("version", "0") + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
        return by.send("POST", page(), form, "Content-Type", TYPE);
    }

    private String page() {
        return "/desk/enterprises/" + enterprise.id() + "/journey";
    }

    private long files() throws SQLException {
        return Rows.number(
                "select count(*) from journey_file f join journey_entry j on j.id = f.entry_id where j.enterprise_id = ?",
                enterprise.id());
    }

    private String link() throws SQLException {
        return "/files/"
                + Rows.number(
                        "select f.file_id from journey_file f join journey_entry j on j.id = f.entry_id"
                                + " where j.enterprise_id = ?",
                        enterprise.id());
    }

    @Test
    void isKeptShownAndOpenedByThoseWhoSeeTheStep() throws SQLException {
        assertThat(take(officer, "CONTACTED", "../自评材料.pdf", PDF).statusCode()).isEqualTo(303);
        assertThat(officer.get(page()).body()).contains("href=\"" + link() + "\"", "自评材料.pdf", "现场交来的材料");
        HttpResponse<String> file = officer.get(link());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(PDF);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        for (String superior : new String[] {"shekou.coordinator", "shenzhen.officer", "gacc.auditor"}) {
            assertThat(Caller.signedIn(superior).get(link()).statusCode())
                    .as(superior)
                    .isEqualTo(200);
        }
        Caller user = enterprise.user("boss", SampleEnterprise.ALL);
        for (Caller other : new Caller[] {
            Caller.signedIn("dapeng.officer"), Caller.signedIn("pudong.officer"), user, Caller.signedIn("textiles.user")
        }) {
            assertThat(other.get(link()).statusCode()).as(other.name()).isEqualTo(404);
        }
        assertThat(Caller.anonymous().get(link()).statusCode()).isEqualTo(401);
    }

    @Test
    void isAddedToAStepOverRestUntilThatIsRetracted() throws SQLException {
        assertThat(take(officer, "CONTACTED", "first.pdf", PDF).statusCode()).isEqualTo(303);
        long step = Rows.number("select id from journey_entry where enterprise_id = ?", enterprise.id());
        String address = "/api/v1/enterprises/journey/" + step + "/files?name=second.pdf";
        HttpResponse<String> added = officer.send("POST", address, PDF + " too", "Content-Type", "application/pdf");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).contains("first.pdf", "second.pdf");
        assertThat(officer.get("/api/v1/enterprises/" + enterprise.id() + "/journey")
                        .body())
                .contains("first.pdf", "second.pdf");
        assertThat(officer.send("POST", address, "<script>", "Content-Type", "application/pdf")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Caller.signedIn("dapeng.officer")
                        .send("POST", address, PDF, "Content-Type", "application/pdf")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Caller.signedIn("gacc.auditor")
                        .send("POST", address, PDF, "Content-Type", "application/pdf")
                        .statusCode())
                .isEqualTo(403);
        Rows.change(
                "update journey_entry set retracted_at = now(), retracted_by = account_id, retract_note = '误录'"
                        + " where id = ?",
                step);
        HttpResponse<String> late = officer.send("POST", address, PDF, "Content-Type", "application/pdf");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("该步进程已撤销");
        assertThat(files()).isEqualTo(2);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'enterprise.attach-file' and record_id = ?",
                        Long.toString(enterprise.id())))
                .isEqualTo(1);
    }

    /** What somebody above the house attached the house cannot open, so it is offered none that leads nowhere. */
    @Test
    void noPageLinksAFileItsReaderCannotOpen() throws SQLException {
        assertThat(take(Caller.signedIn("shenzhen.officer"), "CONTACTED", "district.pdf", PDF)
                        .statusCode())
                .isEqualTo(303);
        boolean opens = officer.get(link()).statusCode() == 200;
        boolean linked = officer.get(page()).body().contains("href=\"" + link() + "\"");
        assertThat(linked).isEqualTo(opens);
        assertThat(Caller.signedIn("shenzhen.officer").get(page()).body()).contains(link());
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithAllThatWasTyped() throws SQLException {
        long stored = Rows.number("select count(*) from stored_file");
        for (String[] file : new String[][] {
            {"page.html", "<!DOCTYPE html><script>alert(1)</script>"},
            {"program.exe", "MZ\u0090\u0000"},
            {"fake.pdf", "PK\u0003\u0004 no such thing"},
            {"data.csv", "a,b\n1,2\n"}
        }) {
            HttpResponse<String> refused = take(officer, "CONTACTED", file[0], file[1]);
            assertThat(refused.statusCode()).as(file[0]).isEqualTo(400);
            assertThat(refused.body()).as(file[0]).contains("id=\"file-error\"", "PDF", "现场交来的材料", "2026-03-02");
        }
        assertThat(files()).isZero();
        assertThat(Rows.number("select count(*) from stored_file")).isEqualTo(stored);
        assertThat(Rows.one("select journey_step from enterprise where id = ?", enterprise.id())
                        .text("journey_step"))
                .isEqualTo("PROSPECT");
    }

    @Test
    void aStepThatIsRefusedKeepsNoFile() throws SQLException {
        long stored = Rows.number("select count(*) from stored_file");
        assertThat(take(officer, "VALIDATED", "early.pdf", PDF).statusCode()).isEqualTo(400);
        assertThat(take(Caller.signedIn("dapeng.officer"), "CONTACTED", "foreign.pdf", PDF)
                        .statusCode())
                .isEqualTo(404);
        assertThat(take(Caller.signedIn("gacc.auditor"), "CONTACTED", "auditor.pdf", PDF)
                        .statusCode())
                .isEqualTo(403);
        assertThat(files()).isZero();
        assertThat(Rows.number("select count(*) from stored_file")).isEqualTo(stored);
    }
}
