package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** What went between the asker and customs. */
@SuppressWarnings("JavaLangClash")
@ApplicationScoped
public class Thread {

    private static final String ADD = "insert into enquiry_message (enquiry_id, kind, language, body, original_html,"
            + " account_id, unit_id, level, authority, serves, inbound_id, goes_at, whole, sender) values (?1, ?2, ?3, ?4,"
            + " cast(?5 as text), cast(?6 as bigint), cast(?7 as bigint), cast(?8 as text), cast(?9 as text),"
            + " cast(?10 as bigint), cast(?11 as bigint), coalesce(cast(?12 as timestamptz), now()),"
            + " cast(?13 as text), cast(?14 as text)) returning id";
    // Noted where the thread is read: by the unit that says it, if that sees the thread, or by the one that answers it.
    private static final String TO_NOTE = "insert into enquiry_contact (message_id, unit_id, org_path, account_id)"
            + " select ?1, u.id, u.org_path, ?3 from enquiry e join unit b on b.id = ?2"
            + " join unit u on u.id = case when starts_with(e.org_path, b.org_path) then b.id else e.unit_id end"
            + " where e.id = ?4";
    private static final String OF = "select m.id, m.kind, m.language, m.body, m.account_id, a.name_zh, a.name_en,"
            + " m.unit_id, u.org_path, n.zh, n.en, m.level, m.authority, m.serves, m.at, m.goes_at, m.undone_at, m.doubtful,"
            + " m.whole, m.sender"
            + " from enquiry_message m left join account a on a.id = m.account_id and m.unit_id is not null"
            + " left join unit u on u.id = m.unit_id"
            + " left join unit_name n on n.unit_id = m.unit_id and n.valid_to is null"
            + " where m.enquiry_id = ?1 order by m.id";
    private static final String FILES = "select f.message_id, s.id, s.name, s.media_type, s.bytes"
            + " from enquiry_message m join enquiry_file f on f.message_id = m.id"
            + " join stored_file s on s.id = f.file_id where m.enquiry_id = ?1 order by f.message_id, f.position";

    @Inject
    private Bound bound;

    /**
     * Adds a message; the state and the clocks of the enquiry are not touched. An answer is noted in the ledger of contacts
     * once it has gone out. Returns its number.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long add(long enquiryId, NewMessage message) {
        NewMessage.By by = message.by();
        CameByMail mail = message.mail();
        Instant goesAt = by == null ? null : by.goesAt();
        long id = Rows.one(
                        bound.query(
                                ADD,
                                enquiryId,
                                message.kind(),
                                message.language().code(),
                                message.body(),
                                mail == null ? null : mail.html(),
                                message.accountId(),
                                by == null ? null : by.unitId(),
                                by == null ? null : by.level(),
                                by == null ? null : by.authority(),
                                by == null ? null : by.serves(),
                                mail == null ? null : mail.inboundId(),
                                goesAt == null ? null : goesAt.atOffset(ZoneOffset.UTC),
                                mail == null ? null : mail.whole(),
                                mail == null ? null : mail.sender()),
                        row -> row.id(0))
                .orElseThrow();
        for (int i = 0; i < message.files().size(); i++) {
            bound.query(
                            "insert into enquiry_file (message_id, position, file_id) values (?1, ?2, ?3)",
                            id,
                            i,
                            message.files().get(i))
                    .executeUpdate();
        }
        if (message.kind() == MessageKind.ANSWER && by != null && message.accountId() != null) {
            bound.query(TO_NOTE, id, by.unitId(), message.accountId(), enquiryId)
                    .executeUpdate();
        }
        return id;
    }

    /** All of a thread the viewer may read, the oldest first; the asker sees only what has gone out. */
    @Transactional
    public List<MessageView> of(long enquiryId) {
        Map<Long, List<MessageView.File>> files = new HashMap<>();
        Rows.list(bound.query(FILES, enquiryId), row -> row)
                .forEach(row -> files.computeIfAbsent(row.id(0), message -> new ArrayList<>())
                        .add(new MessageView.File(row.id(1), row.text(2), row.text(3), row.id(4))));
        return Rows.list(bound.query(OF, enquiryId), row -> message(row, files.getOrDefault(row.id(0), List.of())));
    }

    private static MessageView message(Rows.Row row, List<MessageView.File> files) {
        return new MessageView(
                row.id(0),
                MessageKind.valueOf(row.text(1)),
                row.text(2).equals("en") ? Language.EN : Language.ZH,
                row.text(3),
                author(row),
                row.idOrNull(7) == null
                        ? null
                        : new EnquiryView.UnitOf(row.id(7), row.text(8), row.text(9), row.textOrNull(10)),
                row.textOrNull(11) == null ? null : EnquiryLevel.valueOf(row.text(11)),
                row.textOrNull(12) == null ? null : Authority.valueOf(row.text(12)),
                row.flag(17),
                row.textOrNull(18),
                row.textOrNull(19),
                row.idOrNull(13),
                row.instant(14),
                row.instant(15),
                row.instantOrNull(16),
                files);
    }

    private static EnquiryView.@Nullable Officer author(Rows.Row row) {
        return row.idOrNull(7) == null || row.idOrNull(4) == null
                ? null
                : new EnquiryView.Officer(row.id(4), row.textOrNull(5), row.textOrNull(6));
    }
}
