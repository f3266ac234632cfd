package org.aeoreach.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Asks the web application itself whether it is ready: what the server says about it is not true. */
final class Readiness {
    private static final String OURS = "aeo-reach";
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 250;
    private static final int LARGEST_ANSWER = 4_096;

    private final URI address;
    private String last = "-";

    Readiness(String host, int port) {
        this.address = URI.create("http://" + host + ":" + port + "/health/ready");
    }

    /** Returns when ready, and fails as soon as it can no longer become so. */
    void await(ServerProcess server, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (!ready()) {
            if (server.output().deploymentFailure().isDone()) {
                // The lines that follow often name the cause.
                Pause.seconds(1);
                throw failed(server, "the application could not be deployed", "应用部署失败");
            }
            if (server.onExit().isDone()) {
                throw failed(server, "the server ended", "服务器已退出");
            }
            if (Instant.now().isAfter(end)) {
                throw failed(
                        server,
                        "no readiness after " + limit.toSeconds() + " s, last answer " + last,
                        limit.toSeconds() + " 秒后仍未就绪，最后应答 " + last);
            }
            Pause.millis(PAUSE_MILLIS);
        }
    }

    private boolean ready() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
                last = status + (text.startsWith("{") ? " " + LineFormatter.escape(text) : "");
                return status == 200 && text.contains(OURS);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static StartFailure failed(ServerProcess server, String english, String chinese) {
        String cause = server.output().decisiveError().orElse("-");
        return new StartFailure(
                ExitCode.SERVER_NOT_READY,
                Sentence.of(
                        "AEO Reach did not start, %s; cause: %3$s.",
                        "AEO Reach 未能启动，%2$s；原因：%3$s。", english, chinese, cause));
    }
}
