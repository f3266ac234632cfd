package org.aeoreach.library.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is told with file and line, and all of them at once. */
class ContentFaultsTest {
    private static final String ZH = """
            ---
            id: a-guide
            language: zh
            title: 指南
            summary: 一句话。
            kind: SERVICE_GUIDE
            audience: [EVERYBODY]
            tracks: []
            topics: [keep]
            journey: [AEO]
            issuer: 0000
            effective: 2026-04-01
            certainty: REPORTED
            sources: [某处 / Somewhere]
            owner: 0000
            review: 2027-04-01
            status: published
            ---
            先说结论。

            ## 怎样做 {#how}

            照做，见[自己](doc:a-guide#how)。
            """;
    private static final String EN = """
            ---
            id: a-guide
            language: en
            title: A guide
            summary: One sentence.
            ---
            The answer first.

            ## How {#how}

            Do it.
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void oneGoodDocument() throws IOException {
        write("topics.yaml", "- {code: keep, zh: 保持, en: Keeping}\n");
        write("guides/a-guide.zh.md", ZH);
        write("guides/a-guide.en.md", EN);
    }

    @Test
    void findsNothingWrongWithWhatIsRight() {
        ContentFolder read = ContentFolder.read(directory);
        assertThat(read.faults()).isEmpty();
        assertThat(read.documents()).hasSize(1);
    }

    /** What is replaced in the Chinese file, by what, and the line and message of the fault. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a-guide      | id: another         | 2  | unlike-file-name",
                "language: zh     | language: en        | 3  | unlike-file-name",
                "title: 指南      | heading: 指南       | 4  | unknown-field",
                "title: 指南      | heading: 指南       | 1  | missing-field",
                "title: 指南      | title:              | 4  | no-value",
                "title: 指南      | 'title: [a, b]'     | 4  | no-value",
                "title: 指南      | 'title: {a: b}'     | 4  | not-plain",
                "title: 指南      | title: !!set x      | 4  | not-plain",
                "title: 指南      | title: 'a           | 18 | yaml",
                "summary: 一句话。 | title: 又一         | 5  | field-twice",
                "SERVICE_GUIDE    | GUIDE               | 6  | unknown-value",
                "SERVICE_GUIDE    | POLICY              | 6  | unlike-folder",
                "[EVERYBODY]      | []                  | 7  | no-list",
                "[EVERYBODY]      | EVERYBODY           | 7  | no-list",
                "[EVERYBODY]      | '[EVERYBODY, ALL]'  | 7  | unknown-value",
                "[EVERYBODY]      | '[AEO, AEO]'        | 7  | value-twice",
                "topics: [keep]   | topics: [lose]      | 9  | unknown-value",
                "journey: [AEO]   | journey: [HOME]     | 10 | unknown-value",
                "issuer: 0000     | issuer: 0           | 11 | unknown-value",
                "2026-04-01       | 2026-04-31          | 12 | no-date",
                "issuer: 0000     | repealed: 2026-04-01| 11 | repealed-before",
                "issuer: 0000     | number: Order 1     | 11 | number-of-policies",
                "issuer: 0000     | related: [nothing]  | 11 | no-document",
                "issuer: 0000     | related: [a-guide]  | 11 | link-to-itself",
                "status: published| status: ready       | 17 | unknown-value",
                "先说结论。        | # 标题 {#top}       | 19 | first-level",
                "先说结论。        | <b>先</b>           | 19 | html",
                "{#how}           | ''                  | 21 | no-anchor",
                "doc:a-guide#how  | doc:a-guide#why     | 23 | no-section",
                "doc:a-guide#how  | doc:b-guide         | 23 | no-document",
                "doc:a-guide#how  | javascript:alert(1) | 23 | address",
            })
    void tellsFileAndLine(String good, String bad, int line, String fault) throws IOException {
        assertThat(ZH).contains(good);
        write("guides/a-guide.zh.md", ZH.replaceFirst(java.util.regex.Pattern.quote(good), bad));
        ContentFolder read = ContentFolder.read(directory);
        assertThat(read.faults())
                .extracting(found -> found.file() + ":" + found.line() + " " + found.key())
                .contains("guides/a-guide.zh.md:" + line + " content.fault." + fault);
        assertThat(read.documents()).isEmpty();
    }

    @Test
    void comparesTheLanguages() throws IOException {
        write("guides/a-guide.en.md", EN.replace("{#how}", "{#why}").replace("summary:", "kind: POLICY\nsummary:"));
        write("guides/half.en.md", EN.replace("a-guide", "half"));
        assertThat(told())
                .containsExactly(
                        "guides/a-guide.en.md:5 content.fault.field-of-chinese-file",
                        "guides/a-guide.en.md:8 content.fault.anchors-differ",
                        "guides/half.en.md:0 content.fault.half-missing");
    }

    @Test
    void tellsAllFaultsAtOnce() throws IOException {
        write("guides/a-guide.zh.md", ZH.replace("AEO]", "HOME]").replace("0000", "GACC"));
        write("policies/a-guide.zh.md", ZH);
        write("notes.txt", "?");
        assertThat(told())
                .contains(
                        "guides/a-guide.zh.md:10 content.fault.unknown-value",
                        "guides/a-guide.zh.md:11 content.fault.unknown-value",
                        "guides/a-guide.zh.md:15 content.fault.unknown-value",
                        "policies/a-guide.zh.md:2 content.fault.id-twice",
                        "notes.txt:0 content.fault.unknown-file");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(directory.resolve("guides/a-guide.zh.md"), "---\n指".getBytes(StandardCharsets.UTF_16));
        assertThat(told()).contains("guides/a-guide.zh.md:0 content.fault.not-utf-8");
    }

    @Test
    void commandEndsWithNumberOfWhatItFound() throws IOException {
        assertThat(check(directory.toString())).startsWith("0 1 documents, no fault.");
        write("guides/a-guide.zh.md", ZH.replace("[keep]", "[lose]"));
        assertThat(check(directory.toString()))
                .startsWith("4 guides/a-guide.zh.md:9: The field topics does not know the value lose. / 字段topics");
        assertThat(check(directory.resolve("nowhere").toString())).startsWith("2 ");
        assertThat(check()).startsWith("2 ");
    }

    private static String check(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = new CheckContent().run(out, out, arguments);
        return code + " " + said;
    }

    private List<String> told() {
        return ContentFolder.read(directory).faults().stream()
                .map(fault -> fault.file() + ":" + fault.line() + " " + fault.key())
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
