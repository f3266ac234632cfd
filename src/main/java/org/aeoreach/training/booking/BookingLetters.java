package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Tells who asked for a room what was decided, unless he decided himself. */
@ApplicationScoped
class BookingLetters {

    private static final String ASKER = "select name_zh, name_en, mail, language, id from training_booking_asker(?1)";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Time.ZONE);

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Bound bound;

    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(BookingView booking, BookingStatus status, @Nullable String reason) {
        long me = viewer.require().accountId();
        Rows.one(bound.query(ASKER, booking.id()), row -> row)
                .filter(row -> row.textOrNull(2) != null && row.id(4) != me)
                .ifPresent(row -> send(row, booking, status == BookingStatus.APPROVED ? null : reason));
    }

    private void send(Rows.Row to, BookingView booking, @Nullable String reason) {
        Language known = Language.of(to.text(3));
        Language language = known == null ? Language.ZH : known;
        Map<String, String> words = new HashMap<>();
        words.put("title", HeaderText.plain(booking.title()).text());
        words.put("base", language.pick(booking.room().baseZh(), booking.room().baseEn()));
        words.put("room", language.pick(booking.room().roomZh(), booking.room().roomEn()));
        words.put("from", at(booking.from()));
        words.put("until", at(booking.until()));
        words.put("unit", language.pick(booking.unitZh(), booking.unitEn()));
        words.put("page", page(booking.id()));
        if (reason != null) {
            words.put("reason", reason);
        }
        outbox.send(new Letter(
                        reason == null ? "training-room-approved" : "training-room-refused",
                        language,
                        new MailAddress(to.text(2)),
                        new HeaderText(language.pick(to.text(0), to.textOrNull(1))),
                        words,
                        booking.orgPath())
                .about(page(booking.id())));
    }

    private static String page(long booking) {
        return "/desk/trainings/bookings/" + booking;
    }

    private static String at(Instant time) {
        return MINUTE.format(time);
    }
}
