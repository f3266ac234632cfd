package org.aeoreach.launcher;

import java.time.Duration;
import java.time.Instant;

/**
 * Says what a long step does and how far it is. A count is printed at most once a second, and always when it is
 * complete.
 */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Log log;
    private Sentence current = new Sentence("", "");
    private Instant last = Instant.MIN;

    Progress(Class<?> source) {
        this.log = new Log(source);
    }

    void step(int number, int of, String english, String chinese) {
        current = Sentence.of("Step %d of %d: %s", "第 %d 步（共 %d 步）：%4$s", number, of, english, chinese);
        last = Instant.now();
        log.info(current);
    }

    /** A step without a number of its own. */
    void step(String english, String chinese) {
        current = new Sentence(english, chinese);
        last = Instant.now();
        log.info(current);
    }

    /** How far the step is. */
    void at(long done, long total) {
        Instant now = Instant.now();
        if (done < total && Duration.between(last, now).compareTo(PAUSE) < 0) {
            return;
        }
        last = now;
        log.info(new Sentence(
                current.english() + " " + done + "/" + total, current.chinese() + " " + done + "/" + total));
    }
}
