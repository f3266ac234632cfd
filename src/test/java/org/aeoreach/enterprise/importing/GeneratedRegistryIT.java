package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.aeoreach.launcher.GeneratedFile;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What {@code mvn -Pdemo-data -Ddemo.rows=600} writes goes through the real import as it is, row by row. */
@RunAsClient
class GeneratedRegistryIT implements ServerTest {

    private static final int MANY = 600;

    @Test
    void everyGeneratedRowIsImportedAndTakenBack() throws IOException, InterruptedException, SQLException {
        Path file = Files.createTempFile("registry", ".csv");
        GeneratedFile.write(file, MANY, 4711);
        String csv = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        assertThat(csv.lines().count()).isEqualTo(MANY + 1);
        long before = Rows.number("select count(*) from enterprise");
        ImportCalls calls = new ImportCalls(Caller.signedIn("gacc.officer"));
        Reply done = calls.imported(csv);
        assertThat(calls.reasons(done)).isEmpty();
        assertThat(done.body().getInt("created")).isEqualTo(MANY);
        assertThat(Rows.number("select count(*) from enterprise")).isEqualTo(before + MANY);
        assertThat(Rows.number(
                        "select count(*) from enterprise e join unit u on u.id = e.unit_id where e.import_id = ?"
                                + " and (left(e.customs_code, 4) = u.code or u.kind <> 'HOUSE') and e.uscc is not null"
                                + " and e.grade is not null",
                        done.id()))
                .as("each at the unit of its code, with both codes and a grade")
                .isEqualTo(MANY);
        Reply again = calls.imported(csv);
        assertThat(again.body().getInt("unchanged")).isEqualTo(MANY);
        assertThat(calls.undone(done).body().getInt("removed")).isEqualTo(MANY);
        assertThat(Rows.number("select count(*) from enterprise")).isEqualTo(before);
    }
}
