package org.aeoreach.launcher;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts AEO Reach: {@code java -jar aeo-reach.jar [--port N] [--data-dir DIR] [--verbose] [--new-setup-code] [--help]}.
 * Ends with one of the {@link ExitCode exit codes} and, where something was wrong, one sentence on standard error. A first
 * word that is no option names a {@link Tool}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && Tool.named(arguments[0])) {
            System.exit(Tool.run(arguments));
        }
        boolean verbose = Arrays.asList(arguments).contains("--verbose");
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                Log.output().print(Usage.text());
                return;
            }
            Map<String, String> variables = System.getenv();
            run(Configuration.of(options, new Environment(variables)), variables, verbose);
        } catch (StartFailure e) {
            System.exit(report(e, verbose).number());
        }
    }

    private static void run(Configuration configuration, Map<String, String> variables, boolean verbose) {
        Log.adoptLibraries(verbose);
        Shutdown shutdown = new Shutdown();
        AtomicBoolean failed = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shutdown, failed), "stop"));
        try {
            new Instance(configuration, variables, shutdown).run();
        } catch (RuntimeException e) {
            if (shutdown.begun()) {
                // Whatever broke did so because it is being stopped. The hook ends the process.
                return;
            }
            failed.set(true);
            shutdown.run();
            System.exit(report(e, verbose).number());
        }
    }

    /** A stop that was asked for is no failure, so the process ends with 0 and not with the number of the signal. */
    private static void stop(Shutdown shutdown, AtomicBoolean failed) {
        shutdown.run();
        if (!failed.get()) {
            Runtime.getRuntime().halt(ExitCode.STOPPED.number());
        }
    }

    private static ExitCode report(RuntimeException e, boolean verbose) {
        boolean expected = e instanceof StartFailure;
        Log.errors().println(expected ? e.getMessage() : unexpected(e));
        if (verbose) {
            e.printStackTrace(Log.errors());
        }
        return e instanceof StartFailure failure ? failure.code() : ExitCode.INTERNAL_ERROR;
    }

    private static Sentence unexpected(RuntimeException e) {
        return Sentence.of(
                "AEO Reach failed by a fault of its own (%s); --verbose shows where.",
                "AEO Reach 因程序自身错误而终止（%s）；加 --verbose 可查看位置。",
                e.getClass().getSimpleName() + ": " + StartFailure.reason(e));
    }
}
