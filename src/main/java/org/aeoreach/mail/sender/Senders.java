package org.aeoreach.mail.sender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.SendingDomains;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;
import org.jspecify.annotations.Nullable;

/** Reads and sets what letters of the viewer's unit and those below it come from. */
@ApplicationScoped
public class Senders {

    private static final int LAST_YEAR = 2100;
    private static final String COLUMNS = "select s.id, s.unit_id, n.zh, n.en, s.valid_from, s.address, s.name_zh,"
            + " s.name_en, " + SenderStanding.SQL + ", s.entered_at, s.org_path"
            + " from mail_sender s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null";

    @Inject
    private Bound bound;

    @Inject
    private UnitPickers units;

    @Inject
    private SendingDomains domains;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What is set. @param address in small letters */
    private record Wanted(String address, HeaderText zh, HeaderText en) {}

    /** The newest first. */
    @Transactional
    public Slice<SenderView> list(long before, int limit) {
        List<SenderView> found = Rows.list(
                bound.query(COLUMNS + " where s.id < ?1 order by s.id desc limit ?2", before, limit + 1),
                Senders::view);
        return Slice.of(found, limit, SenderView::id);
    }

    /** Sets it from a day on; of two entries for one day the later counts. @throws Problem 400 at a field */
    @Transactional
    public SenderView set(NewSender sender) {
        long unit = units.parse("unitId", String.valueOf(sender.unitId()), Reach.MINE)
                .orElseThrow(() -> Problem.invalid("unitId", "component.invalid.unit"))
                .id();
        LocalDate from = day(Objects.requireNonNull(sender.validFrom()));
        Wanted wanted = sender.inherited() ? nothing(sender) : wanted(sender);
        Rows.Row row = keep(unit, from, wanted);
        audit.record(
                "mail.set-sender",
                new AuditTrail.Subject("mail_sender", row.id(0), row.text(10)),
                Changes.none()
                        .with("validFrom", from)
                        .with("address", wanted == null ? null : wanted.address())
                        .with("nameZh", wanted == null ? null : wanted.zh().text())
                        .with("nameEn", wanted == null ? null : wanted.en().text()));
        return view(row);
    }

    private Rows.Row keep(long unit, LocalDate from, @Nullable Wanted wanted) {
        long id = Rows.one(
                        bound.query(
                                "insert into mail_sender (unit_id, org_path, valid_from, address, name_zh, name_en,"
                                        + " account_id) select u.id, u.org_path, ?2, cast(?3 as text), cast(?4 as text),"
                                        + " cast(?5 as text), ?6 from unit u where u.id = ?1 returning id",
                                unit,
                                from,
                                wanted == null ? null : wanted.address(),
                                wanted == null ? null : wanted.zh().text(),
                                wanted == null ? null : wanted.en().text(),
                                viewer.require().accountId()),
                        row -> row.id(0))
                .orElseThrow();
        return Rows.one(bound.query(COLUMNS + " where s.id = ?1", id), row -> row)
                .orElseThrow();
    }

    private LocalDate day(LocalDate from) {
        if (from.isBefore(Time.today(clock)) || from.getYear() > LAST_YEAR) {
            throw Problem.invalid("validFrom", "mail.invalid.sender-day", Integer.toString(LAST_YEAR));
        }
        return from;
    }

    private static @Nullable Wanted nothing(NewSender sender) {
        if (!blank(sender.address()) || !blank(sender.nameZh()) || !blank(sender.nameEn())) {
            throw Problem.invalid("inherited", "mail.invalid.sender-inherited");
        }
        return null;
    }

    private Wanted wanted(NewSender sender) {
        MailAddress address =
                MailAddress.of("address", given("address", sender.address()).toLowerCase(Locale.ROOT));
        if (!domains.hold(address)) {
            throw domains.named().isEmpty()
                    ? Problem.invalid("address", "mail.invalid.sender-nowhere")
                    : Problem.invalid("address", "mail.invalid.sender-domain", address.domain(), domains.named());
        }
        return new Wanted(
                address.text(),
                HeaderText.of("nameZh", given("nameZh", sender.nameZh())),
                HeaderText.of("nameEn", given("nameEn", sender.nameEn())));
    }

    private static String given(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "mail.invalid.sender-missing");
        }
        return text.strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static SenderView view(Rows.Row row) {
        return new SenderView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.date(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                SenderStanding.valueOf(row.text(8)),
                row.instant(9));
    }
}
