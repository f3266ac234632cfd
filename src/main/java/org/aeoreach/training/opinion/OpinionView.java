package org.aeoreach.training.opinion;

import java.math.BigDecimal;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a session.
 *
 * @param answers how many said something
 * @param told whether they are enough to be told; else all that follows is empty
 * @param scores of content, trainers, each trainer where they are known, and value
 * @param words in no order
 */
public record OpinionView(long answers, boolean told, List<Score> scores, List<Words> words) {

    /**
     * Ratings of one thing.
     *
     * @param of CONTENT, TRAINERS, TRAINER or VALUE
     * @param nameZh of the trainer, or null
     * @param mean from 1 to 5, with one decimal
     * @param counts how many gave 1, 2, 3, 4, 5
     */
    public record Score(
            String of, @Nullable String nameZh, @Nullable String nameEn, BigDecimal mean, List<Long> counts) {

        public long many() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        static Score of(Rows.Row row) {
            return new Score(
                    row.text(0),
                    row.textOrNull(1),
                    row.textOrNull(2),
                    new BigDecimal(row.text(3)),
                    List.of(row.id(4), row.id(5), row.id(6), row.id(7), row.id(8)));
        }
    }

    /** What somebody wrote. @param followUp whether somebody is to see to it */
    public record Words(long id, String text, boolean followUp) {}
}
