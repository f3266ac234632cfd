package org.aeoreach.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.aeoreach.launcher.TestServer;

/** Requests no honest client library would send, byte by byte. */
public final class RawHttp {
    private static final int TIMEOUT_MILLIS = 10_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param head status line and headers
     */
    public record Answer(int status, String head, String body) {}

    /** A GET of this raw target with an honest Host. */
    public static Answer get(String target) {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost:" + TestServer.port()
                + "\r\nConnection: close\r\n\r\n");
    }

    /** Sends the text as ISO 8859-1 and reads until the server closes. */
    public static Answer send(String request) {
        try (Socket socket = new Socket("127.0.0.1", TestServer.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no answer to " + request.lines().findFirst().orElse(""), e);
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        int status = head.length() < 12 ? 0 : Integer.parseInt(head.substring(9, 12));
        return new Answer(status, head, end < 0 ? "" : text.substring(end + 4));
    }
}
