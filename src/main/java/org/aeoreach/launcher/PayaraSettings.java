package org.aeoreach.launcher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is changed in the configuration Payara Micro comes with, as commands it runs while it starts. */
final class PayaraSettings {
    private static final String SERVER = "configs.config.server-config.";
    private static final String HTTP = SERVER + "network-config.protocols.protocol.http-listener.http.";
    private static final String LISTENER = SERVER + "network-config.network-listeners.network-listener.http-listener.";
    private static final int LARGEST_BODY = 26 * 1024 * 1024;
    private static final int LARGEST_FORM = 256 * 1024;

    private PayaraSettings() {}

    static String beforeStart(String bind) {
        return commands(Stream.of(
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
                HTTP + "connection-upload-timeout-millis=20000"));
    }

    /**
     * Frees the paths /openapi, /metrics and /health for the web application. Disabling alone leaves a servlet there
     * that answers 403; a virtual server that does not exist keeps it from being registered. Only after the start,
     * because two of these elements do not exist before.
     */
    static String afterStart() {
        return commands(
                Stream.of("openapi", "metrics", "healthcheck").flatMap(name -> disabled("microprofile-" + name)));
    }

    private static Stream<String> disabled(String service) {
        String element = SERVER + service + "-configuration.";
        return Stream.of(element + "enabled=false", element + "virtual-servers=none");
    }

    private static String commands(Stream<String> settings) {
        return settings.map(each -> "set " + each + "\n").collect(Collectors.joining());
    }

    static String logging() {
        return Stream.concat(
                        Stream.of(
                                "handlers=java.util.logging.ConsoleHandler",
                                "java.util.logging.ConsoleHandler.level=ALL",
                                "java.util.logging.ConsoleHandler.encoding=UTF-8",
                                "java.util.logging.ConsoleHandler.formatter=" + LineFormatter.class.getName(),
                                ".level=WARNING",
                                "org.aeoreach.level=INFO"),
                        LOWERED.stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Warnings that recur at every start and ask nothing of anybody, each with its reason. */
    private static final List<String> LOWERED = List.of();
}
