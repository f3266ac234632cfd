package org.aeoreach.launcher;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is changed in the configuration Payara Micro comes with, as commands it runs while it starts. */
final class PayaraSettings {
    private static final String SERVER = "configs.config.server-config.";
    private static final String HTTP = SERVER + "network-config.protocols.protocol.http-listener.http.";
    private static final String LISTENER = SERVER + "network-config.network-listeners.network-listener.http-listener.";
    private static final String METRICS = "<microprofile-metrics-configuration></microprofile-metrics-configuration>";
    /** The largest body of any route, in bytes: a file of the whole registry and its form. Each route has its own limit. */
    static final int LARGEST_BODY = 386 * 1024 * 1024;

    private static final int LARGEST_FORM = 256 * 1024;

    private PayaraSettings() {}

    static String beforeStart(String bind) {
        return Stream.of(
                        LISTENER + "address=" + bind,
                        HTTP + "server-header=false",
                        HTTP + "xpowered-by=false",
                        HTTP + "xframe-options=false",
                        HTTP + "trace-enabled=false",
                        HTTP + "http2-enabled=false",
                        HTTP + "comet-support-enabled=false",
                        HTTP + "max-post-size-bytes=" + LARGEST_BODY,
                        HTTP + "max-form-post-size-bytes=" + LARGEST_FORM,
                        HTTP + "request-timeout-seconds=60",
                        HTTP + "timeout-seconds=20",
                        HTTP + "connection-upload-timeout-millis=20000")
                .map(each -> "set " + each + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Frees the paths /openapi, /metrics and /health for the web application. Disabling alone leaves a servlet there
     * that answers 403; a virtual server that does not exist keeps it from being registered. Two of these elements
     * exist only from the middle of the start on, too late to be set without a warning, so all are written beforehand.
     */
    static String domain(String original) {
        if (!original.contains(METRICS)) {
            throw new IllegalStateException("the server's domain.xml is not the one this program knows");
        }
        return original.replace(METRICS, disabled("metrics") + disabled("openapi") + disabled("healthcheck"));
    }

    private static String disabled(String service) {
        return "<microprofile-" + service + "-configuration enabled=\"false\" virtual-servers=\"none\"/>";
    }

    static String logging() {
        return """
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=ALL
                java.util.logging.ConsoleHandler.encoding=UTF-8
                java.util.logging.ConsoleHandler.formatter=org.aeoreach.launcher.LineFormatter
                java.util.logging.ConsoleHandler.filter=org.aeoreach.launcher.ServerFilter
                .level=WARNING
                org.aeoreach.level=INFO
                """;
    }
}
