package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.aeoreach.search.text.Tiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while an index commits, again and again: what was committed is there, whole, with its position. */
class KillDuringCommitTest {

    private static final int KILLS = 8;

    @Test
    @Timeout(180)
    void theLastCommitIsWholeWheneverItIsKilled(@TempDir Path directory) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long reached = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long told = runAndKill(directory, reached + 1, 1 + random.nextInt(400));
            KindIndex after = Named.open(directory);
            try {
                reached = after.position().below();
                assertThat(reached).as("seed %d, kill %d", seed, kill).isGreaterThanOrEqualTo(told);
                assertThat(after.size()).isEqualTo((int) reached);
                assertThat(after.find(Tiers.of("企业" + reached), new Search("", "", "0000.", 5))
                                .ids())
                        .contains(reached);
                assertThat(after.find(Tiers.of("企业" + (reached + 1)), new Search("", "", "0000.", 5))
                                .ids())
                        .as("nothing of what was not committed")
                        .doesNotContain(reached + 1);
            } finally {
                after.close();
            }
        }
        assertThat(reached).as("it got on").isGreaterThan(KILLS * CommitLoop.RECORDS);
    }

    /** Waits for the first commit and so many milliseconds, and kills it. @return how far it said it had come */
    private static long runAndKill(Path directory, long first, int millis) throws IOException, InterruptedException {
        Process loop = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitLoop.class.getName(),
                        directory.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(loop.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            assertThat(line).as("it commits").isNotNull();
            Thread.sleep(millis);
            // Unlike Process itself, the handle leaves open what the process has said.
            loop.toHandle().destroyForcibly();
            loop.waitFor();
            long told = 0;
            while (line != null) {
                told = Long.parseLong(line);
                line = said.readLine();
            }
            return told;
        } finally {
            loop.destroyForcibly();
        }
    }
}
