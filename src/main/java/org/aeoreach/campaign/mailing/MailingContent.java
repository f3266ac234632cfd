package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** Checks what a mailing says, and writes its texts and the units it is for. */
@ApplicationScoped
class MailingContent {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    private Bound bound;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    MailingContent() {}

    @Inject
    MailingContent(Bound bound, Clock clock) {
        this.bound = bound;
        this.clock = clock;
    }

    /** The moment it goes out at the earliest, or null. */
    static @Nullable String sendAt(Mailing wanted) {
        if (wanted.sendDay() == null) {
            return null;
        }
        LocalTime time = wanted.sendTime() == null ? NINE : wanted.sendTime();
        return wanted.sendDay().atTime(time).atZone(Time.ZONE).toInstant().toString();
    }

    /** What the fields do not tell each by itself. @throws Problem 400 with each field that is wrong */
    @Transactional
    public void check(Mailing wanted) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        texts(wrong, wanted);
        String sendAt = sendAt(wanted);
        if (wanted.sendDay() == null && wanted.sendTime() != null) {
            wrong.add(new Problem.FieldError("sendDay", "mailing.invalid.day"));
        } else if (sendAt != null && Instant.parse(sendAt).isBefore(clock.instant())) {
            wrong.add(new Problem.FieldError("sendDay", "mailing.invalid.past"));
        }
        wanted.unitCodes().stream()
                .filter(code -> !below(code))
                .findFirst()
                .ifPresent(code -> wrong.add(new Problem.FieldError("units", "mailing.invalid.unit", code)));
        if (!wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", wrong);
        }
    }

    private static void texts(List<Problem.FieldError> wrong, Mailing wanted) {
        Set<Object> audiences = new HashSet<>();
        for (MailingText text : wanted.texts()) {
            if (!audiences.add(text.audience())) {
                wrong.add(new Problem.FieldError("texts", "mailing.invalid.twice"));
            }
            if ((text.subjectEn() == null) != (text.bodyEn() == null)) {
                String missing = text.subjectEn() == null ? "SubjectEn" : "BodyEn";
                wrong.add(new Problem.FieldError(MailingForm.field(text.audience(), missing), "mailing.invalid.half"));
            }
            words(text);
        }
    }

    /** Only what may stand in a letter. */
    private static void words(MailingText text) {
        HeaderText.of(MailingForm.field(text.audience(), "SubjectZh"), text.subjectZh());
        HeaderText.lines(MailingForm.field(text.audience(), "BodyZh"), text.bodyZh());
        if (text.subjectEn() != null && text.bodyEn() != null) {
            HeaderText.of(MailingForm.field(text.audience(), "SubjectEn"), text.subjectEn());
            HeaderText.lines(MailingForm.field(text.audience(), "BodyEn"), text.bodyEn());
        }
    }

    private boolean below(String code) {
        return Boolean.TRUE.equals(bound.query(
                        "select exists (select from unit u where u.code = ? and u.closed_on is null"
                                + " and starts_with(u.org_path, nullif(current_setting('app.write_lo', true), '')))",
                        code)
                .getSingleResult());
    }

    /** Its texts and units, in place of those it had. */
    @Transactional
    public void put(long id, Mailing wanted) {
        for (String table : List.of("campaign_mailing_text", "campaign_mailing_unit")) {
            bound.query("delete from " + table + " where mailing_id = ?", id).executeUpdate();
        }
        for (MailingText text : wanted.texts()) {
            bound.query(
                            "insert into campaign_mailing_text (mailing_id, audience, subject_zh, body_zh, subject_en, body_en)"
                                    + " values (?, ?, ?, ?, cast(? as text), cast(? as text))",
                            id,
                            text.audience(),
                            text.subjectZh(),
                            text.bodyZh(),
                            text.subjectEn(),
                            text.bodyEn())
                    .executeUpdate();
        }
        bound.query(
                        "insert into campaign_mailing_unit (mailing_id, unit_id, org_path) select ?, u.id, u.org_path"
                                + " from unit u where u.code = any (string_to_array(?, ','))",
                        id,
                        wanted.unitCodes())
                .executeUpdate();
    }
}
