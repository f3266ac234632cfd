package org.aeoreach.library.attachment.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words are read from files, and no file makes it read more than it keeps. */
class ReadWordsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void readsAPdf() throws IOException {
        Path file = directory.resolve("a");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("Annual report form");
                content.endText();
            }
            document.save(file.toFile());
        }
        assertThat(ReadWords.read("pdf", file).strip()).isEqualTo("Annual report form");
    }

    @Test
    void readsADocumentParagraphByParagraph() throws IOException {
        Path file = zip(
                "word/document.xml",
                "<w:document xmlns:w='x'><w:p><w:r><w:t>年度</w:t></w:r><w:r><w:t>报告</w:t></w:r>"
                        + "</w:p><w:p><w:t>第二段</w:t></w:p><w:instr>not this</w:instr></w:document>");
        assertThat(ReadWords.read("docx", file)).isEqualTo("年度报告\n第二段\n");
    }

    @Test
    void readsTheTextsOfASheet() throws IOException {
        Path file = zip(
                "xl/sharedStrings.xml",
                "<sst><si><t>企业名称</t></si><si><r><t>Customs</t></r><r><t> code</t></r></si></sst>");
        assertThat(ReadWords.read("xlsx", file)).isEqualTo("企业名称\nCustoms code\n");
    }

    @Test
    void stopsAtWhatItKeeps() throws IOException {
        Path file = directory.resolve("b");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d>".getBytes(StandardCharsets.UTF_8));
            byte[] much = ("<t>" + "x".repeat(10_000) + "</t>").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20_000; i++) {
                zip.write(much);
            }
        }
        assertThat(ReadWords.read("docx", file)).hasSize(ReadWords.MOST);
    }

    @Test
    void followsNoEntitiesAndNoForeignFiles() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        Path file =
                zip("word/document.xml", "<!DOCTYPE d [<!ENTITY a SYSTEM '" + secret.toUri() + "'>]><d><t>&a;</t></d>");
        assertThatThrownBy(() -> ReadWords.read("docx", file)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsNoPdf() throws IOException {
        Path file = Files.writeString(directory.resolve("c"), "%PDF-1.7 nothing of it");
        assertThatThrownBy(() -> ReadWords.read("pdf", file)).isInstanceOf(IOException.class);
    }

    private Path zip(String part, String xml) throws IOException {
        Path file = directory.resolve("z");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
