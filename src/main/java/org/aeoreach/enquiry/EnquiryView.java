package org.aeoreach.enquiry;

import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry as officers see it: what the asker sees of it and the work on it.
 *
 * @param number for people, such as 2026-0001234
 * @param unit the one that answers the asker, whoever works on it meanwhile
 * @param enterprise null when the asker speaks for none that is known
 * @param forColleagues whether other users of the enterprise see it
 * @param mergedInto the enquiry whose answer serves this one too
 * @param documentId the published question made of it
 * @param version of the work, for {@link Enquiries#turn}
 */
public record EnquiryView(
        long id,
        String number,
        String subject,
        EnquiryChannel channel,
        Language language,
        UnitOf unit,
        Asker asker,
        @Nullable EnterpriseOf enterprise,
        boolean forColleagues,
        @Nullable Long mergedInto,
        @Nullable Long documentId,
        Instant askedAt,
        @Nullable Instant firstAnsweredAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        Work work,
        EnquiryClock clock,
        long version) {

    /** A unit with its name in force. */
    public record UnitOf(
            long id, String path, String zh, @Nullable String en) {}

    /** Who asked. @param accountId his account, when he was signed in */
    public record Asker(
            String name,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable Long personId,
            @Nullable Long accountId) {}

    /** The enterprise; the names are null where the viewer does not see its record. */
    public record EnterpriseOf(
            long id, @Nullable String zh, @Nullable String en) {}

    /** A colleague; his names are null where the viewer does not see him. */
    public record Officer(
            long id, @Nullable String zh, @Nullable String en) {}

    /**
     * The work on it.
     *
     * @param desk whose turn it is: the unit that answers, its district, or GACC
     * @param officer who has taken it, or null
     * @param priority 1 urgent, 2 normal, 3 low
     * @param topic code of a subject of the library, or null
     * @param topicSuggested whether the topic was found in the text and no officer has said so yet
     * @param audience ALL, PROSPECTIVE or AEO, or null
     * @param lastInAt since when the asker's last words wait
     * @param undeliveredAt since when it is known that the letter with the last words of customs did not reach an asker who
     *     reads them nowhere else, or null
     */
    public record Work(
            UnitOf desk,
            EnquiryLevel level,
            EnquiryStatus status,
            @Nullable Officer officer,
            @Nullable Officer coordinator,
            int priority,
            @Nullable String topic,
            boolean topicSuggested,
            @Nullable String audience,
            List<String> tags,
            int reopened,
            @Nullable Instant lastInAt,
            Instant changedAt,
            @Nullable Instant undeliveredAt) {}

    /** Whether another level has it: the one that answers waits for it. */
    public boolean elsewhere() {
        return work.desk().id() != unit.id();
    }

    static final String SELECT =
            "select e.id, e.number, e.subject, e.channel, e.language, e.unit_id, e.org_path, un.zh,"
                    + " un.en, e.asker_name, e.asker_mail, e.asker_phone, e.person_id, e.account_id, e.enterprise_id, p.name_zh,"
                    + " p.name_en, e.for_colleagues, e.merged_into, e.document_id, e.asked_at, e.first_answered_at,"
                    + " e.answered_at, e.closed_at, w.desk_id, w.desk_path, dn.zh, dn.en, w.level, w.status, w.officer_id,"
                    + " o.name_zh, o.name_en, w.coordinator_id, c.name_zh, c.name_en, w.priority, w.topic, w.audience,"
                    + " array_to_string(w.tags, ','), w.reopened, w.last_in_at, w.changed_at, w.due_at, w.warn_at,"
                    + " w.left_minutes, w.total_due_at, w.total_left_minutes, w.clock_since, w.version, w.topic_suggested,"
                    + " w.undelivered_at"
                    + " from enquiry e join enquiry_work w on w.enquiry_id = e.id"
                    + " join unit_name un on un.unit_id = e.unit_id and un.valid_to is null"
                    + " join unit_name dn on dn.unit_id = w.desk_id and dn.valid_to is null"
                    + " left join enterprise p on p.id = e.enterprise_id left join account o on o.id = w.officer_id"
                    + " left join account c on c.id = w.coordinator_id";

    static EnquiryView of(Rows.Row row) {
        return new EnquiryView(
                row.id(0),
                row.text(1),
                row.text(2),
                EnquiryChannel.valueOf(row.text(3)),
                row.text(4).equals("en") ? Language.EN : Language.ZH,
                new UnitOf(row.id(5), row.text(6), row.text(7), row.textOrNull(8)),
                new Asker(row.text(9), row.textOrNull(10), row.textOrNull(11), row.idOrNull(12), row.idOrNull(13)),
                row.idOrNull(14) == null ? null : new EnterpriseOf(row.id(14), row.textOrNull(15), row.textOrNull(16)),
                row.flag(17),
                row.idOrNull(18),
                row.idOrNull(19),
                row.instant(20),
                row.instantOrNull(21),
                row.instantOrNull(22),
                row.instantOrNull(23),
                work(row),
                EnquiryClock.of(row, 43),
                row.id(49));
    }

    private static Work work(Rows.Row row) {
        return new Work(
                new UnitOf(row.id(24), row.text(25), row.text(26), row.textOrNull(27)),
                EnquiryLevel.valueOf(row.text(28)),
                EnquiryStatus.valueOf(row.text(29)),
                officer(row, 30),
                officer(row, 33),
                (int) row.id(36),
                row.textOrNull(37),
                row.flag(50),
                row.textOrNull(38),
                row.text(39).isEmpty() ? List.of() : List.of(row.text(39).split(",")),
                (int) row.id(40),
                row.instantOrNull(41),
                row.instant(42),
                row.instantOrNull(51));
    }

    private static @Nullable Officer officer(Rows.Row row, int at) {
        return row.idOrNull(at) == null
                ? null
                : new Officer(row.id(at), row.textOrNull(at + 1), row.textOrNull(at + 2));
    }
}
