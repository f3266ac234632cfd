package org.aeoreach.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a bench found, a line each, with the load of the machine at that moment, without which no figure says much. */
final class ResultTable {

    private final List<String> lines = new ArrayList<>();
    private double baseline;

    void seconds(String what, double seconds) {
        add("%s | %.1f s", what, seconds);
    }

    /** As times; what comes after is compared with its median. */
    void baseline(String what, double[] millis) {
        times(what, millis);
        baseline = millis[millis.length / 2];
    }

    /** @param millis of each time it was done; is sorted */
    void times(String what, double[] millis) {
        Arrays.sort(millis);
        double median = millis[millis.length / 2];
        add(
                "%s, median / 95 %% / most | %.1f / %.1f / %.1f ms%s",
                what,
                median,
                millis[millis.length * 95 / 100],
                millis[millis.length - 1],
                baseline == 0 ? "" : String.format(Locale.ROOT, ", %.1f of the first", median / baseline));
    }

    /** @param format of what was measured and its result, parted by a bar */
    void add(String format, Object... values) {
        String line = String.format(Locale.ROOT, "| " + format + " | %.1f |", with(values, load()));
        lines.add(line);
        System.out.println(line);
    }

    private static Object[] with(Object[] values, double load) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = load;
        return all;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** @param data how much of what was loaded */
    void print(Path file, String data) throws IOException {
        String text = String.format(
                Locale.ROOT,
                "%s, Java %s, %d cores, load %.1f, %s%n%n| what | result | load |%n|---|--:|--:|%n%s%n",
                data,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                load(),
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                String.join("\n", lines));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }
}
