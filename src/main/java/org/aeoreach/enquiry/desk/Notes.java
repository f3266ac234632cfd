package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Internal notes. The author's unit alone reads them, whoever has the enquiry: the database sees to it. */
@ApplicationScoped
public class Notes {

    private static final String ADD =
            "insert into enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body,"
                    + " mentioned) values (?1, ?2, ?3, case (select u.kind from unit u where u.id = ?2) when 'GACC' then 'GACC'"
                    + " when 'DISTRICT' then 'DISTRICT' else 'HOUSE' end, ?4, ?5,"
                    + " coalesce(cast(string_to_array(nullif(?6, ''), ',') as bigint[]), '{}')) returning id";
    private static final String OF = "select n.id, n.body, a.name_zh, a.name_en, u.zh, u.en, n.level, n.created_at,"
            + " n.account_id = nullif(current_setting('app.account', true), '')::bigint,"
            + " nullif(current_setting('app.account', true), '')::bigint = any (n.mentioned)"
            + " from enquiry_note n left join account a on a.id = n.account_id"
            + " join unit_name u on u.unit_id = n.unit_id and u.valid_to is null where n.enquiry_id = ?1 order by n.id";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Events events;

    @Inject
    private Outbox outbox;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** A new one. @param body in it, {@code @} before a name or account name mentions a colleague of the same unit */
    public record NewNote(@NotBlank @Size(max = 20000) String body) {}

    /**
     * One of the viewer's unit.
     *
     * @param authorZh null where the author's home is elsewhere
     * @param toMe whether the viewer is mentioned
     */
    public record NoteView(
            long id,
            String body,
            @Nullable String authorZh,
            @Nullable String authorEn,
            String unitZh,
            @Nullable String unitEn,
            String level,
            Instant at,
            boolean mine,
            boolean toMe) {}

    /** Those of the viewer's unit, the oldest first. @throws Problem 404 when he may not see the enquiry */
    @Transactional
    public List<NoteView> of(long enquiry) {
        enquiries.get(enquiry);
        return Rows.list(bound.query(OF, enquiry), Notes::view);
    }

    /** @throws Problem 400 at {@code body} when somebody is mentioned whom the unit does not know */
    @Transactional
    public List<NoteView> add(long id, NewNote note) {
        EnquiryView enquiry = enquiries.get(id);
        Viewer me = viewer.require();
        List<Colleagues.Colleague> mentioned = mentioned(note.body(), colleagues.of(me.orgPath()));
        bound.query(
                        ADD,
                        id,
                        me.unitId(),
                        me.orgPath(),
                        me.accountId(),
                        note.body(),
                        mentioned.stream().map(Colleagues.Colleague::id).toList())
                .getSingleResult();
        bound.query(
                        "delete from enquiry_draft where enquiry_id = ?1 and kind = 'NOTE' and account_id = ?2",
                        id,
                        me.accountId())
                .executeUpdate();
        events.note(id, "NOTED", Map.of());
        outbox.send(mentioned.stream()
                .filter(each -> each.id() != me.accountId())
                .map(each -> letter(each, enquiry, me))
                .toList());
        audit.record("desk.note", Hands.subject(enquiry), Changes.none().with("mentioned", mentioned.size()));
        return of(id);
    }

    /** Whom a text mentions: behind each {@code @} stands the longest name that fits. */
    static List<Colleagues.Colleague> mentioned(String body, List<Colleagues.Colleague> known) {
        List<Colleagues.Colleague> found = new ArrayList<>();
        for (int at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
            // An address of mail is no mention.
            boolean address = at > 0 && Character.toString(body.charAt(at - 1)).matches("[A-Za-z0-9._-]");
            if (!address) {
                found.addAll(named(body.substring(at + 1), known));
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<Colleagues.Colleague> named(String rest, List<Colleagues.Colleague> known) {
        int longest = known.stream().mapToInt(each -> fits(rest, each)).max().orElse(0);
        if (longest == 0) {
            String word = rest.strip().split("[\\s,，。;；：:]", 2)[0];
            throw Problem.invalid("body", "desk.invalid.mention", word.length() > 40 ? word.substring(0, 40) : word);
        }
        return known.stream().filter(each -> fits(rest, each) == longest).toList();
    }

    private static int fits(String rest, Colleagues.Colleague colleague) {
        int longest = 0;
        for (String name : new @Nullable String[] {colleague.zh(), colleague.en(), colleague.login()}) {
            if (name != null && rest.regionMatches(true, 0, name, 0, name.length())) {
                longest = Math.max(longest, name.length());
            }
        }
        return longest;
    }

    private static Letter letter(Colleagues.Colleague to, EnquiryView enquiry, Viewer author) {
        return new Letter(
                "enquiry-mention",
                to.language(),
                new MailAddress(to.mail()),
                new HeaderText(to.language().pick(to.zh(), to.en())),
                Map.of(
                        "number", enquiry.number(),
                        "author", author.name(to.language()),
                        "page", "/desk/enquiries/" + enquiry.id()),
                author.orgPath());
    }

    private static NoteView view(Rows.Row row) {
        return new NoteView(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                row.text(4),
                row.textOrNull(5),
                row.text(6),
                row.instant(7),
                row.flag(8),
                row.flag(9));
    }
}
