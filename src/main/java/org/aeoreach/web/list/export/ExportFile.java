package org.aeoreach.web.list.export;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to be handed out, whole.
 *
 * @param name in the reader's language, with its ending
 * @param fallback name in ASCII for programs that know no other
 */
public record ExportFile(String name, String fallback, Format format, FileChannel content) {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Response header with what the page of the list says above its rows, encoded as RFC 8187 says. */
    public static final String NOTICE = "List-Notice";

    /** Writes a file. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A temporary file that is gone when it is closed, and, where the system can, has no name from the start. */
    public static FileChannel written(Writing writing) throws IOException {
        Path path = Files.createTempFile("aeo-reach-", ".export");
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            // Not closed: the channel is read next.
            OutputStream out = Channels.newOutputStream(file);
            writing.to(new Unclosed(out));
            file.position(0);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public Response response() {
        return response("");
    }

    /** @param notice why it may hold less than there is; told beside it, since the file is what the page shows */
    public Response response(String notice) {
        try {
            InputStream in = Channels.newInputStream(content);
            return Response.ok(in)
                    .header(NOTICE, notice.isEmpty() ? null : "UTF-8''" + encoded(notice))
                    .header("Content-Type", format == Format.CSV ? CSV + ";charset=UTF-8" : XLSX)
                    .header("Content-Length", content.size())
                    .header("Content-Disposition", disposition())
                    .build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** RFC 6266: both names, the second encoded as RFC 8187 says. */
    private String disposition() {
        return "attachment; filename=\"" + fallback + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
            encoded.append(
                    plain
                            ? String.valueOf(c)
                            : "%" + Integer.toHexString(0x100 | c).substring(1).toUpperCase(java.util.Locale.ROOT));
        }
        return encoded.toString();
    }

    /** Lets a writer end itself without ending what it writes to. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
