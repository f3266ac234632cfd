package org.aeoreach.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is by its content. */
public enum FileType {
    CSV("text/csv", ""),
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304");

    private static final int LOOKED_AT = 8192;

    private final String mediaType;
    private final byte[] beginning;

    FileType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a name, without the dot. */
    public String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    boolean isTypeOf(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(LOOKED_AT);
        }
        return switch (this) {
            case CSV -> isText(first);
            case XLSX -> begins(first) && holds(file, "xl/workbook.xml");
            case DOCX -> begins(first) && holds(file, "word/document.xml");
            default -> begins(first);
        };
    }

    private boolean begins(byte[] first) {
        return first.length >= beginning.length
                && Arrays.equals(first, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** No control characters but tab and line ends; the encoding is for who reads it to judge. */
    private static boolean isText(byte[] first) {
        for (byte each : first) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Path file, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(entry) != null;
        } catch (ZipException broken) {
            return false;
        }
    }
}
