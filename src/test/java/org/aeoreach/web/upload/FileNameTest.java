package org.aeoreach.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {
    @TempDir
    private Path directory = Path.of("target");

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("关区名单.pdf", "关区名单.pdf"),
                Arguments.of(
                        new String("关区名单.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                        "关区名单.pdf"),
                Arguments.of("../../etc/passwd", "passwd.pdf"),
                Arguments.of("C:\\Users\\x\\plan.PDF", "plan.pdf"),
                Arguments.of("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
                Arguments.of("a\u0000b\r\nSet-Cookie: c.pdf", "abSet-Cookie c.pdf"),
                Arguments.of("a\"b;filename=c.html", "ab;filename=c.html.pdf"),
                Arguments.of("...", "file.pdf"),
                Arguments.of("", "file.pdf"),
                Arguments.of("CON.pdf", "fileCON.pdf"),
                Arguments.of(" .htaccess", "htaccess.pdf"),
                Arguments.of("e\u0301te.pdf", "\u00e9te.pdf"),
                Arguments.of("\u200bhidden\ufeff.pdf", "hidden.pdf"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsOfNamesWhatIsHarmless(String given, String kept) {
        assertThat(FileName.clean(given, FileType.PDF)).isEqualTo(kept);
    }

    @Test
    void cutsLongNamesBeforeTheirEnding() {
        String name = FileName.clean("长".repeat(500) + ".csv", FileType.CSV);
        assertThat(name).endsWith("长.csv").hasSizeLessThanOrEqualTo(124);
    }

    @Test
    void tellsTheNameToBrowsersOldAndNew() {
        assertThat(FileAnswer.disposition("名单 1*.csv"))
                .isEqualTo("attachment; filename=\"__ 1_.csv\"; filename*=UTF-8''%E5%90%8D%E5%8D%95%201%2A.csv");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("content"), content);
    }

    private List<FileType> types(byte[] content) throws IOException {
        Path file = file(content);
        return Arrays.stream(FileType.values())
                .filter(type -> {
                    try {
                        return type.isTypeOf(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @Test
    void knowsTypesByTheirContent() throws IOException {
        assertThat(types("code,name\n0101,首都".getBytes(StandardCharsets.UTF_8))).containsExactly(FileType.CSV);
        assertThat(types(HexFormat.of().parseHex("89504e470d0a1a0a00"))).containsExactly(FileType.PNG);
        assertThat(types(HexFormat.of().parseHex("ffd8ffe000"))).containsExactly(FileType.JPEG);
        assertThat(types(zip("xl/workbook.xml"))).containsExactly(FileType.XLSX);
        assertThat(types(zip("word/document.xml"))).containsExactly(FileType.DOCX);
    }

    @Test
    void isNotTakenInByNamesOrBeginnings() throws IOException {
        assertThat(types(zip("evil.exe"))).isEmpty();
        assertThat(types("PK\u0003\u0004 no archive".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(types(new byte[] {'M', 'Z', 0, 3})).isEmpty();
        assertThat(types(new byte[] {'a', 0, 'b'})).isEmpty();
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
