package org.aeoreach.library.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become documents, each only when it changed, and never over an editor's words. */
@Tag("db")
class OwnContentLoadTest {
    private static final String GUIDE = "guides/guide-apply-for-aeo";

    @TempDir
    private Path directory;

    private final ContentLoad content =
            new ContentLoad(new ContentStore(new SystemDatabase((DataSource) Proxy.newProxyInstance(
                    OwnContentLoadTest.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> TestPostgres.running().jobs()))));

    @BeforeEach
    void threeDocuments() throws IOException, SQLException {
        empty();
        copy("topics.yaml");
        for (String name : List.of(GUIDE, "policies/policy-order-282", "policies/policy-order-251")) {
            copy(name + ".zh.md");
            copy(name + ".en.md");
            // What they name is not here.
            for (String language : List.of("zh", "en")) {
                change(name + "." + language + ".md", "\\]\\(doc:[^)]*\\)", "](https://example.com)");
                change(name + "." + language + ".md", "(?m)^(related|interprets|basedOn|repeals): .*\n", "");
            }
        }
        change("policies/policy-order-282.zh.md", "certainty:", "repeals: [policy-order-251]\ncertainty:");
    }

    @AfterAll
    static void empty() throws SQLException {
        Rows.change("delete from document");
        Rows.change("delete from library_load");
        Rows.change("delete from library_content");
        Rows.change("delete from search_change where kind = 'document'");
    }

    @Test
    void takesDocumentsInOnce() throws IOException, SQLException {
        content.load(directory);
        content.load(directory);
        assertThat(Rows.number("select count(*) from document")).isEqualTo(3);
        assertThat(Rows.number("select max(version) from document")).isEqualTo(1);
        assertThat(Rows.number("select count(*) from document_text where not behind"))
                .isEqualTo(6);
        assertThat(Rows.one("select target from document_link").text("target")).isEqualTo("policy-order-251");
        assertThat(Rows.number("select count(*) from library_topic")).isPositive();
        assertThat(Rows.number("select count(*) from document_section where anchor <> ''"))
                .isPositive();
    }

    @Test
    void takesOnlyWhatChangedAndTellsTheIndex() throws IOException, SQLException {
        content.load(directory);
        Rows.change("delete from search_change where kind = 'document'");
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        assertThat(Rows.number("select version from document where code = 'guide-apply-for-aeo'"))
                .isEqualTo(2);
        assertThat(Rows.number("select count(*) from document where version = 1"))
                .isEqualTo(2);
        long id = Rows.number("select id from document where code = 'guide-apply-for-aeo'");
        assertThat(Rows.number("select count(*) from search_change where kind = 'document' and first_id = ?", id))
                .isEqualTo(1);
        assertThat(Rows.number("select count(*) from search_change where kind = 'document' and first_id <> ?", id))
                .isZero();
        assertThat(Rows.one(
                                "select content->'texts'->'zh'->>'title' as title from document_version"
                                        + " where document_id = ? and version = 2",
                                id)
                        .text("title"))
                .isEqualTo("新标题");
    }

    @Test
    void leavesWhatAnEditorWroteAndMarksIt() throws IOException, SQLException {
        content.load(directory);
        Rows.number(
                "select library_take(jsonb_build_array(jsonb_build_object('code', d.code, 'digest', '', 'content',"
                        + " v.content, 'texts', '[]'::jsonb, 'sections', '[]'::jsonb, 'links', '[]'::jsonb)), 'DESK', '')"
                        + " from document d join document_version v on v.document_id = d.id where d.code = 'guide-apply-for-aeo'");
        change("policies/policy-order-282.zh.md", "title: .*", "title: 另一个标题");
        content.load(directory);
        assertThat(Rows.number("select count(*) from document where newer_file"))
                .as("its own file is the same")
                .isZero();
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        assertThat(Rows.number("select count(*) from document_text where title = '新标题'"))
                .isZero();
        assertThat(Rows.all("select code from document where newer_file"))
                .extracting(row -> row.text("code"))
                .containsExactly("guide-apply-for-aeo");
        assertThat(Rows.one("select content->'texts'->'zh'->>'title' as title from document_newer_file")
                        .text("title"))
                .isEqualTo("新标题");
    }

    @Test
    void aNewerFileOfAnArchivedDocumentWaitsUntilItIsTakenBack() throws IOException, SQLException {
        content.load(directory);
        archive(true);
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        assertThat(title()).as("not over what is archived").isNotEqualTo("新标题");
        assertThat(Rows.number("select count(*) from document where archived and newer_file"))
                .isEqualTo(1);
        archive(false);
        assertThat(Rows.number("select count(*) from document where code = 'guide-apply-for-aeo' and not archived"
                        + " and newer_file and origin = 'DESK'"))
                .as("its editor compares")
                .isEqualTo(1);
        assertThat(Rows.one("select content->'texts'->'zh'->>'title' as title from document_newer_file")
                        .text("title"))
                .isEqualTo("新标题");
    }

    @Test
    void aFileGoesOnChangingItsDocumentOnceThatIsTakenBack() throws IOException, SQLException {
        content.load(directory);
        archive(true);
        archive(false);
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        assertThat(title()).isEqualTo("新标题");
    }

    /** As two editors do. */
    private static void archive(boolean archived) throws SQLException {
        Rows.number(
                "select library_take(jsonb_build_array(jsonb_build_object('code', d.code, 'digest', '', 'content',"
                        + " v.content || jsonb_build_object('archived', ?), 'texts', '[]'::jsonb, 'sections', '[]'::jsonb,"
                        + " 'links', '[]'::jsonb)), 'DESK', '') from document d join document_version v"
                        + " on v.document_id = d.id and v.version = d.version where d.code = 'guide-apply-for-aeo'",
                archived);
    }

    @Test
    void leavesOlderFilesAloneThatAnOldNodeBringsBack() throws IOException, SQLException {
        content.load(directory);
        String before = Files.readString(directory.resolve(GUIDE + ".zh.md"));
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        Files.writeString(directory.resolve(GUIDE + ".zh.md"), before);
        content.load(directory);
        assertThat(title()).isEqualTo("新标题");
        assertThat(Rows.number(
                        "select count(*) from library_load where older_at is not null and older_from < older_at"))
                .as("told")
                .isEqualTo(1);
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        assertThat(Rows.number("select count(*) from library_load where older_at is not null"))
                .as("the last node has the present files")
                .isZero();
    }

    @Test
    void takesOlderFilesOnceSomebodyChangedOneOfThem() throws IOException, SQLException {
        content.load(directory);
        String before = Files.readString(directory.resolve(GUIDE + ".zh.md"));
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        Files.writeString(directory.resolve(GUIDE + ".zh.md"), before);
        Files.writeString(directory.resolve("README.md"), "On purpose.");
        content.load(directory);
        assertThat(title()).isNotEqualTo("新标题");
    }

    private static String title() throws SQLException {
        return Rows.one("select t.title from document_text t join document d on d.id = t.document_id"
                        + " where d.code = 'guide-apply-for-aeo' and t.language = 'zh'")
                .text("title");
    }

    @Test
    void leavesWhatWasImportedAndSaysSo() throws IOException, SQLException {
        content.load(directory);
        Rows.change("update document set origin = 'IMPORT' where code = 'guide-apply-for-aeo'");
        change(GUIDE + ".zh.md", "title: .*", "title: 新标题");
        content.load(directory);
        assertThat(Rows.number("select count(*) from document_text where title = '新标题'"))
                .isZero();
        assertThat(Rows.one("select faults->0->>'key' as key from library_load").text("key"))
                .isEqualTo("content.fault.imported");
    }

    @Test
    void leavesWhatAnEditorPublishedSinceItWasRead() throws IOException, SQLException {
        content.load(directory);
        Rows.change("update document set origin = 'DESK' where code = 'guide-apply-for-aeo'");
        String both =
                "select %s(jsonb_agg(jsonb_build_object('code', d.code, 'digest', 'new', 'content', v.content, 'texts',"
                        + " jsonb_build_array(jsonb_build_object('language', 'zh', 'title', '新标题', 'summary', '', 'markdown', '新')),"
                        + " 'sections', '[]'::jsonb, 'links', '[]'::jsonb))%s) from document d join document_version v"
                        + " on v.document_id = d.id where d.code in ('guide-apply-for-aeo', 'policy-order-251')";
        assertThat(Rows.number(both.formatted("library_take", ", 'FILE', ''"))).isEqualTo(1);
        assertThat(Rows.one("select d.code from document d join document_text t on t.document_id = d.id"
                                + " where t.title = '新标题'")
                        .text("code"))
                .isEqualTo("policy-order-251");
        assertThat(Rows.number("select count(*) from document_section s join document d on d.id = s.document_id"
                        + " where d.code = 'guide-apply-for-aeo' and s.language = 'zh'"))
                .as("sections stay")
                .isPositive();
        Rows.one("select cast("
                + both.substring(7)
                        .formatted("library_newer_file", "")
                        .replace(" from document d join", " as text) as done from document d join"));
        assertThat(Rows.all("select code from document where newer_file"))
                .extracting(row -> row.text("code"))
                .containsExactly("guide-apply-for-aeo");
    }

    @Test
    void findsOnlySoManyWordsOfAllFilesOfADocument() throws IOException, SQLException {
        content.load(directory);
        Rows.change("insert into library_file_words (sha256, words) select repeat(n::text, 64), repeat('x', 300000)"
                + " from generate_series(1, 3) n on conflict do nothing");
        try {
            Rows.number(
                    "select library_take(jsonb_build_array(jsonb_build_object('code', d.code, 'digest', '', 'content',"
                            + " v.content || jsonb_build_object('files', (select jsonb_agg(jsonb_build_object('sha256',"
                            + " repeat(n::text, 64), 'name', n || '.pdf', 'mediaType', 'application/pdf', 'bytes', 1) order by n)"
                            + " from generate_series(1, 3) n)), 'texts', '[]'::jsonb, 'sections', '[]'::jsonb, 'links',"
                            + " '[]'::jsonb)), 'DESK', '') from document d join document_version v on v.document_id = d.id"
                            + " where d.code = 'guide-apply-for-aeo'");
            assertThat(Rows.all("select length(plain) as many from document_section where position >= 10000"
                            + " order by position"))
                    .extracting(row -> row.id("many"))
                    .containsExactly(300_000L, 100_000L);
            assertThat(Rows.number("select count(*) from document_file")).isEqualTo(3);
        } finally {
            Rows.change("delete from library_file_words");
        }
    }

    @Test
    void leavesOutWhatIsFaultyAndTakesTheRest() throws IOException, SQLException {
        change(GUIDE + ".zh.md", "certainty: .*", "certainty: SURE");
        content.load(directory);
        assertThat(Rows.all("select code from document order by code"))
                .extracting(row -> row.text("code"))
                .containsExactly("policy-order-251", "policy-order-282");
        assertThat(Rows.one("select faults->0->>'key' as key from library_load").text("key"))
                .isEqualTo("content.fault.unknown-value");
    }

    @Test
    void publishesNoDrafts() throws IOException, SQLException {
        change(GUIDE + ".zh.md", "status: published", "status: draft");
        content.load(directory);
        assertThat(Rows.number("select count(*) from document")).isEqualTo(2);
    }

    @Test
    void theWholeLibraryFits() throws IOException, SQLException {
        content.load(Path.of("content"));
        assertThat(Rows.number("select count(*) from document")).isGreaterThanOrEqualTo(273);
        assertThat(Rows.number("select count(*) from document_link l where not exists"
                        + " (select from document d where d.code = l.target)"))
                .isZero();
    }

    private void copy(String file) throws IOException {
        Path to = directory.resolve(file);
        Files.createDirectories(to.getParent());
        try (Stream<String> lines = Files.lines(Path.of("content", file))) {
            Files.write(to, (Iterable<String>) lines::iterator);
        }
    }

    private void change(String file, String pattern, String by) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll(pattern, by));
    }
}
