package org.aeoreach.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as far as the viewer may see it.
 *
 * @param time when it began in Shanghai, or null when nobody knows
 * @param words null when the viewer sees only that there was a contact with a party of his
 * @param parties those the viewer may see
 * @param mine whether the text belongs to the viewer's unit or one below: only then is it corrected by him
 */
public record TouchpointView(
        long id,
        String unitZh,
        @Nullable String unitEn,
        LocalDate day,
        @Nullable LocalTime time,
        Channel channel,
        Direction direction,
        Strength strength,
        List<Party> parties,
        @Nullable Words words,
        boolean mine,
        String orgPath,
        long version) {

    /** Who the contact was with. @param enterprise false: a partner organisation */
    public record Party(
            long id,
            boolean enterprise,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String code,
            @Nullable String journeyStep) {

        public String href() {
            return (enterprise ? "/desk/enterprises/" : "/desk/partners/") + id;
        }
    }

    /** Somebody who took part. @param unitZh unit at that time */
    public record Officer(
            long id,
            @Nullable String nameZh,
            @Nullable String nameEn,
            String unitZh,
            @Nullable String unitEn) {}

    /** A contact person who was met. */
    public record Person(long id, String nameZh, @Nullable String nameEn) {}

    /** A file added to it. */
    public record Attachment(long id, String name, long bytes) {}

    /** Everything that belongs to the unit of the author. */
    public record Words(
            @Nullable String said,
            @Nullable String agreed,
            @Nullable String people,
            Contact.@Nullable Heard heard,
            boolean shared,
            boolean told,
            List<Topic> subjects,
            List<Officer> officers,
            List<Person> persons,
            List<Attachment> files,
            String source,
            Instant createdAt,
            @Nullable Withdrawal withdrawal) {}

    /** That it counts no more. */
    public record Withdrawal(Instant at, String reason) {}

    /** Whether it still counts; of what the viewer cannot read, only what counts is shown. */
    public boolean counts() {
        return words == null || words.withdrawal() == null;
    }
}
