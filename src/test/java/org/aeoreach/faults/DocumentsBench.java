package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The packaged program taking in documents of another system, beside bare COPY of the same rows into tables of the same
 * shape with their keys. Run with {@code mvn -Pbench pre-integration-test -Dtest=DocumentsBench}; {@code -Dbench.rows}
 * for more or fewer.
 */
class DocumentsBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 60_000);
    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final String WORDS = "企业应当按照海关规定办理申报、查验、缴税和放行手续并妥善保存单证账册；认证企业适用相应便利措施";

    @Test
    void measure() throws Exception {
        Path file = Files.createDirectories(HOME).resolve("documents.ndjson");
        write(file);
        Setup setup = Setup.fresh("documents").withData(HOME.resolve("documents"));
        Setup.delete(setup.data());
        try (Program program = Program.ready(setup)) {
            Client client = program.client().signIn("gacc.officer");
            Store store = Store.of(program);
            double taken = seconds(() -> {
                Client.Answer answer = client.upload("/api/v1/documents:import", "application/x-ndjson", file);
                assertThat(answer.field("accepted")).isEqualTo(Integer.toString(ROWS));
            });
            double again = seconds(() -> client.upload("/api/v1/documents:import", "application/x-ndjson", file));
            // Where the database itself may write.
            String directory = setup.data().resolve("postgres").toString();
            store.execute(BARE.replace("DIRECTORY", directory));
            double copied = seconds(() -> store.execute(COPY.replace("DIRECTORY", directory)));
            Files.writeString(HOME.resolve("documents.md"), """
                    | %,d documents of %d MB | s | documents/s |
                    |---|--:|--:|
                    | import over HTTP | %.1f | %,.0f |
                    | the same again, nothing new | %.1f | %,.0f |
                    | the same rows between bare tables | %.1f | %,.0f |
                    """.formatted(
                    ROWS, Files.size(file) >> 20, taken, ROWS / taken, again, ROWS / again, copied, ROWS / copied));
            System.out.println(Files.readString(HOME.resolve("documents.md")));
        }
    }

    // Out of the database into files of the server and back, so that only the way in is measured.
    private static final String BARE = """
            copy (select * from aeo.document where origin = 'IMPORT') to 'DIRECTORY/bench-document';
            copy (select t.* from aeo.document_text t join aeo.document d on d.id = t.document_id where d.origin = 'IMPORT')
                to 'DIRECTORY/bench-text';
            copy (select s.* from aeo.document_section s join aeo.document d on d.id = s.document_id
                where d.origin = 'IMPORT') to 'DIRECTORY/bench-section';
            copy (select v.* from aeo.document_version v join aeo.document d on d.id = v.document_id
                where d.origin = 'IMPORT') to 'DIRECTORY/bench-version';
            create schema bare;
            create table bare.document (like aeo.document including indexes);
            create table bare.document_text (like aeo.document_text including indexes);
            create table bare.document_section (like aeo.document_section including indexes);
            create table bare.document_version (like aeo.document_version including indexes)""";
    private static final String COPY = """
            copy bare.document from 'DIRECTORY/bench-document';
            copy bare.document_text from 'DIRECTORY/bench-text';
            copy bare.document_section from 'DIRECTORY/bench-section';
            copy bare.document_version from 'DIRECTORY/bench-version'""";

    /** Something that takes a while. */
    interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        Instant begin = Instant.now();
        work.run();
        return Math.max(0.001, Duration.between(begin, Instant.now()).toMillis() / 1e3);
    }

    /** Each of three sections of some two hundred characters, as provisions of a statute are. */
    private static void write(Path file) throws IOException {
        Random random = new Random(20261122);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ROWS; i++) {
                StringBuilder text = new StringBuilder("第" + i + "条规定如下。\n");
                for (int section = 1; section <= 3; section++) {
                    text.append("\n## 第")
                            .append(section)
                            .append("款 {#s")
                            .append(section)
                            .append("}\n\n");
                    for (int piece = 0; piece < 20; piece++) {
                        int from = random.nextInt(WORDS.length() - 10);
                        text.append(WORDS, from, from + 10);
                    }
                    text.append("。\n");
                }
                out.write(Json.createObjectBuilder()
                        .add("externalId", "bench-" + i)
                        .add("kind", "POLICY")
                        .add("language", "zh")
                        .add("title", "测试规定第" + i + "条")
                        .add("text", text.toString())
                        .add("effective", "2020-01-01")
                        .build()
                        .toString());
                out.newLine();
            }
        }
    }
}
