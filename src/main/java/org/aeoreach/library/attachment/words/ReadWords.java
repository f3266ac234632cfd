package org.aeoreach.library.attachment.words;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Writes the words of one file to its standard output and ends. Whoever starts it gives it little memory and time. */
public final class ReadWords {

    /** In characters; what comes behind is not searched. */
    public static final int MOST = 400_000;

    private static final int PAGES = 400;

    private ReadWords() {}

    /** @param arguments {@code pdf}, {@code docx} or {@code xlsx}, and the file */
    public static void main(String[] arguments) throws IOException {
        String words = read(arguments[0], Path.of(arguments[1]));
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(words.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String read(String type, Path file) throws IOException {
        String words =
                switch (type) {
                    case "pdf" -> pdf(file);
                    case "docx" -> OfficeWords.read(file, "word/document.xml", "p");
                    case "xlsx" -> OfficeWords.read(file, "xl/sharedStrings.xml", "si");
                    default -> "";
                };
        String tidy = words.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").replaceAll("[ \\u00a0]+", " ");
        return tidy.length() > MOST ? tidy.substring(0, MOST) : tidy;
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(PAGES);
            return stripper.getText(document);
        }
    }
}
