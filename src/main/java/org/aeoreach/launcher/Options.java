package org.aeoreach.launcher;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command line. What it gives goes before the environment. */
record Options(
        @Nullable String port, @Nullable String dataDirectory, boolean verbose, boolean help, boolean newSetupCode) {

    static Options parse(String... arguments) {
        String port = null;
        String dataDirectory = null;
        boolean verbose = false;
        boolean help = false;
        boolean newSetupCode = false;
        Iterator<String> rest = Arrays.stream(arguments).flatMap(Options::split).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = value(option, rest);
                case "--data-dir" -> dataDirectory = value(option, rest);
                case "--verbose" -> verbose = true;
                case "--new-setup-code" -> newSetupCode = true;
                case "--help", "-h" -> help = true;
                default -> throw bad("Unknown option %s; --help lists them.", "未知选项 %s；--help 可列出全部选项。", option);
            }
        }
        return new Options(port, dataDirectory, verbose, help, newSetupCode);
    }

    /** {@code --port=9090} is the same as {@code --port 9090}. */
    private static Stream<String> split(String argument) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        return equals < 0
                ? Stream.of(argument)
                : Stream.of(argument.substring(0, equals), argument.substring(equals + 1));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw bad("Option %s needs a value.", "选项 %s 需要一个值。", option);
        }
        return rest.next();
    }

    private static StartFailure bad(String english, String chinese, String option) {
        return new StartFailure(ExitCode.BAD_OPTION, Sentence.of(english, chinese, option));
    }
}
