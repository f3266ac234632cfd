package org.aeoreach.launcher;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of the demonstration.
 *
 * @param unit code of the one asked
 * @param hours ago it was asked
 * @param code of the document that asks and answers it
 * @param by the asker's account, if he has one
 */
record DemoQuestion(
        String unit,
        State state,
        int hours,
        String language,
        String channel,
        String code,
        @Nullable String by) {

    static final List<DemoQuestion> ALL = List.of(
            of("5304", State.NEW, 1, "zh", "PORTAL", "question-what-to-submit").by("electronics.user"),
            of("5304", State.NEW, 2, "zh", "PHONE", "question-where-to-apply"),
            of("5304", State.NEW, 3, "en", "MAIL", "question-benefits-of-aeo"),
            of("5304", State.NEW, 190, "zh", "HOTLINE", "question-who-can-apply"),
            of("5304", State.OPEN, 20, "zh", "PORTAL", "question-younger-than-one-year")
                    .by("electronics.user"),
            of("5304", State.OPEN, 26, "zh", "COUNTER", "question-standard-for-brokers"),
            of("5304", State.OPEN, 240, "zh", "MAIL", "question-how-long-does-it-take"),
            of("5304", State.OPEN, 311, "en", "PORTAL", "question-debt-ratio"),
            of("5304", State.WAITING, 120, "zh", "VISIT", "question-no-erp"),
            of("5304", State.WAITING, 75, "en", "MAIL", "question-loading-a-container"),
            of("5304", State.ANSWERED, 100, "zh", "PORTAL", "question-how-many-credit-grades")
                    .by("electronics.user"),
            of("5304", State.ANSWERED, 99, "zh", "MAIL", "question-how-many-credit-grades"),
            of("5304", State.ANSWERED, 150, "en", "MAIL", "question-what-is-an-aeo"),
            of("5304", State.ANSWERED, 174, "zh", "PHONE", "question-is-aeo-compulsory-or-charged"),
            of("5304", State.CLOSED, 1000, "zh", "PORTAL", "question-what-became-of-generally-certified"),
            of("5304", State.CLOSED, 1201, "zh", "MAIL", "question-which-chinese-companies-are-aeos"),
            of("5304", State.CLOSED, 6002, "zh", "PORTAL", "question-time-limits-under-order-251")
                    .by("electronics.user"),
            of("5304", State.CLOSED, 6203, "zh", "MAIL", "question-re-check-under-order-251"),
            of("5304", State.REOPENED, 200, "zh", "PORTAL", "question-what-is-a-coordinator"),
            of("5304", State.DISTRICT, 60, "zh", "MAIL", "question-how-often-re-check"),
            of("5304", State.DISTRICT, 400, "en", "PORTAL", "question-how-long-does-it-take"),
            of("5304", State.GACC, 130, "zh", "PORTAL", "question-can-cross-border-e-commerce-apply")
                    .by("electronics.user"),
            of("5304", State.BACK, 90, "zh", "COUNTER", "question-must-each-group-company-be-certified"),
            of("5316", State.NEW, 5, "zh", "PORTAL", "question-where-to-learn").by("broker.agent"),
            of("5316", State.NEW, 28, "en", "MAIL", "question-9810-and-9710-exports"),
            of("5316", State.OPEN, 49, "zh", "MESSAGE", "question-vetting-business-partners"),
            of("5316", State.OPEN, 262, "zh", "HOTLINE", "question-loss-making-company"),
            of("5316", State.WAITING, 140, "zh", "PHONE", "question-qualified-audit-opinion"),
            of("5316", State.ANSWERED, 125, "zh", "PORTAL", "question-how-many-aeos-in-china"),
            of("5316", State.CLOSED, 6400, "zh", "MAIL", "question-who-was-an-aeo-2021-to-2026"),
            of("5316", State.DISTRICT, 51, "zh", "VISIT", "question-suspension-and-loss"),
            of("2210", State.NEW, 4, "en", "PORTAL", "question-code-without-an-arrangement")
                    .by("textiles.user"),
            of("2210", State.NEW, 30, "zh", "PORTAL", "question-benefits-of-certified-grade"),
            of("2210", State.OPEN, 52, "en", "MAIL", "question-declare-a-foreign-aeo-supplier"),
            of("2210", State.OPEN, 286, "zh", "COUNTER", "question-guarantee-waiver"),
            of("2210", State.WAITING, 99, "en", "PORTAL", "question-food-quarantine-inspected-goods")
                    .by("textiles.user"),
            of("2210", State.ANSWERED, 160, "en", "PORTAL", "question-how-many-mutual-recognition-partners")
                    .by("textiles.user"),
            of("2210", State.CLOSED, 900, "zh", "MAIL", "question-is-aeo-compulsory-or-charged"),
            of("2210", State.GACC, 210, "zh", "MAIL", "question-us-canada-india-vietnam"),
            of("2210", State.BACK, 112, "en", "MAIL", "question-re-apply-after-failing"),
            of("5300", State.NEW, 6, "zh", "HOTLINE", "question-whom-to-ask"),
            of("5300", State.ANSWERED, 130, "zh", "MAIL", "question-what-is-an-aeo"));

    /** How far one is. */
    enum State {
        NEW,
        OPEN,
        WAITING,
        ANSWERED,
        CLOSED,
        REOPENED,
        /** Passed up to the district. */
        DISTRICT,
        /** Passed up to the General Administration. */
        GACC,
        /** Given back with guidance. */
        BACK;

        boolean answered() {
            return this == ANSWERED || this == CLOSED || this == REOPENED;
        }

        String status() {
            return ordinal() > REOPENED.ordinal() ? OPEN.name() : name();
        }
    }

    static DemoQuestion of(String unit, State state, int hours, String language, String channel, String code) {
        return new DemoQuestion(unit, state, hours, language, channel, code, null);
    }

    DemoQuestion by(String account) {
        return new DemoQuestion(unit, state, hours, language, channel, code, account);
    }

    String officer() {
        return switch (unit) {
            case "5304" -> hours % 2 == 0 ? "shekou.officer" : "shekou.coordinator";
            case "5316" -> "dapeng.officer";
            case "2210" -> "pudong.officer";
            case "2200" -> "shanghai.officer";
            default -> "shenzhen.officer";
        };
    }

    String district() {
        return unit.substring(0, 2) + "00";
    }

    String above() {
        return district().equals("2200") ? "shanghai.officer" : "shenzhen.officer";
    }

    String desk() {
        return state == State.DISTRICT ? district() : state == State.GACC ? "0000" : unit;
    }
}
