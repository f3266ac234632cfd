package org.aeoreach.enquiry.passing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.clock.Passed;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The stay of an enquiry at one unit.
 *
 * @param leftAt null while it is there
 * @param targetMinutes working minutes it was to take
 * @param workedMinutes working minutes it took; while it is there, up to when the clock last stood
 * @param late whether the clock ran out there
 * @param by who passed it on; his names are null where the viewer does not see him
 * @param words the reason, or the guidance
 * @param proposal the answer proposed, or the answer agreed
 * @param agreed whether that answer is to be sent with the authority of this level
 */
public record StepView(
        long id,
        EnquiryView.UnitOf unit,
        EnquiryLevel level,
        Instant enteredAt,
        @Nullable Instant leftAt,
        int targetMinutes,
        int workedMinutes,
        boolean late,
        @Nullable Passed passed,
        EnquiryView.@Nullable Officer by,
        @Nullable String words,
        @Nullable String proposal,
        boolean agreed) {

    static final String SELECT = "select s.id, s.unit_id, s.org_path, n.zh, n.en, s.level, s.entered_at, s.left_at,"
            + " s.target_minutes, s.worked_minutes, s.late, s.passed, s.account_id, a.name_zh, a.name_en, s.words,"
            + " s.proposal, s.agreed from enquiry_step s"
            + " join unit_name n on n.unit_id = s.unit_id and n.valid_to is null"
            + " left join account a on a.id = s.account_id where s.enquiry_id = ?1 order by s.id";

    static StepView of(Rows.Row row) {
        return new StepView(
                row.id(0),
                new EnquiryView.UnitOf(row.id(1), row.text(2), row.text(3), row.textOrNull(4)),
                EnquiryLevel.valueOf(row.text(5)),
                row.instant(6),
                row.instantOrNull(7),
                (int) row.id(8),
                (int) row.id(9),
                row.flag(10),
                row.textOrNull(11) == null ? null : Passed.valueOf(row.text(11)),
                row.idOrNull(12) == null
                        ? null
                        : new EnquiryView.Officer(row.id(12), row.textOrNull(13), row.textOrNull(14)),
                row.textOrNull(15),
                row.textOrNull(16),
                row.flag(17));
    }

    boolean betweenLevels() {
        return passed == Passed.UP || passed == Passed.DOWN;
    }

    /** Working hours it was to take, to one decimal. */
    public BigDecimal targetHours() {
        return hours(targetMinutes);
    }

    /** Working hours it took, to one decimal. */
    public BigDecimal workedHours() {
        return hours(workedMinutes);
    }

    private static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    }
}
