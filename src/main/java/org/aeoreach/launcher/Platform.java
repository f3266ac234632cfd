package org.aeoreach.launcher;

import java.util.Locale;

/** Operating system and processor, in the words of the packaged PostgreSQL. */
final class Platform {
    private Platform() {}

    static String name() {
        return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static String name(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String family = lower.startsWith("mac") ? "darwin" : lower.startsWith("windows") ? "windows" : "linux";
        String kind =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        return family + "-" + kind;
    }

    static boolean windows() {
        return name().startsWith("windows");
    }
}
