package org.aeoreach.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves as told: a reply for a command, or {@link #CUT} to break off without one. */
final class ScriptedSmtp implements AutoCloseable {

    static final String CUT = "";

    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final boolean atOnce;
    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final Map<String, Duration> late = new ConcurrentHashMap<>();
    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    /** @param tls offered by STARTTLS; null offers none */
    ScriptedSmtp(@Nullable SSLContext tls) throws IOException {
        this(tls, 0);
    }

    /** One that comes back where another was. */
    ScriptedSmtp(@Nullable SSLContext tls, int port) throws IOException {
        this(tls, port, false);
    }

    /** One that is protected from the first byte. */
    static ScriptedSmtp protectedAtOnce(SSLContext tls) throws IOException {
        return new ScriptedSmtp(tls, 0, true);
    }

    private ScriptedSmtp(@Nullable SSLContext tls, int port, boolean atOnce) throws IOException {
        this.tls = tls;
        this.atOnce = atOnce;
        listener = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::accept, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The next replies to a command, after which it is answered as usual; "." is the end of a message. */
    ScriptedSmtp on(String command, String... replies) {
        script.computeIfAbsent(command, any -> new ArrayDeque<>()).addAll(List.of(replies));
        return this;
    }

    /** Whatever it was to answer to a command is answered as usual from now on. */
    void forget(String command) {
        script.remove(command);
    }

    /** Answers such a command, or the end of a message for ".", so much later, always. */
    void late(String command, Duration by) {
        late.put(command, by);
    }

    /** What happens before a command is answered. */
    interface Deed {
        void run() throws SQLException;
    }

    /** Does something once, before the next such command is answered. */
    void before(String command, Deed deed) {
        deeds.put(command, deed);
    }

    /** All commands so far, across connections. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** Every message received whole, whether or not it was answered. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                new Thread(() -> serve(socket), "scripted-smtp-connection").start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            Socket socket = tls != null && atOnce ? secured(tls, plain) : plain;
            say(socket, "220 ready");
            BufferedReader in = reader(socket);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                Deed deed = deeds.remove(verb);
                if (deed != null) {
                    deed.run();
                }
                String reply = answer(socket, verb);
                if (reply.equals(CUT)) {
                    return;
                }
                if (reply.startsWith("220") && tls != null && !atOnce) {
                    socket = secured(tls, socket);
                    in = reader(socket);
                } else if (reply.startsWith("354") && message(socket, in).equals(CUT)) {
                    return;
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException gone) {
            // The client left; what it sent until then is recorded.
        }
    }

    private String message(Socket socket, BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        taken.add(text.toString());
        return answer(socket, ".");
    }

    private String answer(Socket socket, String verb) throws IOException {
        linger(late.getOrDefault(verb, Duration.ZERO));
        Deque<String> replies = script.getOrDefault(verb, new ArrayDeque<>());
        String reply = replies.isEmpty() ? usual(verb) : replies.remove();
        if (!reply.equals(CUT)) {
            say(socket, reply);
        }
        return reply;
    }

    private static void linger(Duration by) {
        try {
            Thread.sleep(by.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private String usual(String verb) {
        return switch (verb) {
            case "EHLO" -> tls == null || atOnce ? "250 scripted" : "250-scripted\r\n250 STARTTLS";
            case "STARTTLS" -> tls == null ? "502 what" : "220 go on";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            case "AUTH" -> "235 in";
            default -> "250 ok";
        };
    }

    private static void say(Socket socket, String reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static Socket secured(SSLContext tls, Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
