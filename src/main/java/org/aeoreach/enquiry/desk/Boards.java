package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** What there is to do by status: how many, and those first whose time runs out first. */
@ApplicationScoped
public class Boards {

    /** Whose work a board can show. */
    public static final List<String> WHOSE = List.of("UNIT", "MINE", "BELOW");

    private static final List<String> LANES = List.of("NEW", "OPEN", "REOPENED", "WAITING", "ELSEWHERE", "ANSWERED");
    private static final int CARDS = 20;
    private static final int COUNTED = 1000;

    private static final String CARD =
            "select e.id, e.number, e.subject, w.officer_id is not null, a.name_zh, a.name_en,"
                    + " w.due_at, " + EnquiryList.CLOCK
                    + " from (select w.* from enquiry_work w where %s order by w.due_at,"
                    + " w.enquiry_id limit " + CARDS + ") w join enquiry e on e.id = w.enquiry_id"
                    + " left join account a on a.id = w.officer_id order by w.due_at, w.enquiry_id";
    private static final String COUNT =
            "select count(*) from (select 1 from enquiry_work w where %s limit " + (COUNTED + 1) + ") counted";

    @Inject
    private Bound bound;

    /** The board. @param whose UNIT, MINE or BELOW */
    public record Board(String whose, List<Lane> lanes) {}

    /** One status. @param count how many; more than that when {@code more} */
    public record Lane(String status, long count, boolean more, List<Card> cards) {

        /** Address of the list of exactly these. */
        public String href(String whose) {
            return EnquiryList.PATH + "?whose=" + counted(whose, status) + "&status=" + status;
        }
    }

    /** One enquiry. @param clock STANDS, RUNS, SOON or LATE */
    public record Card(
            long id,
            String number,
            String subject,
            boolean taken,
            @Nullable String officerZh,
            @Nullable String officerEn,
            @Nullable Instant dueAt,
            String clock) {

        public String tone() {
            return switch (clock) {
                case "LATE" -> "tag-bad";
                case "SOON" -> "tag-warn";
                case "RUNS" -> "tag-good";
                default -> "tag-off";
            };
        }
    }

    /** @throws Problem 400 at {@code whose} */
    @Transactional
    public Board board(String whose) {
        if (!WHOSE.contains(whose)) {
            throw Problem.invalid("whose", "list.invalid.choice");
        }
        bound.planEach();
        return new Board(
                whose, LANES.stream().map(status -> lane(whose, status)).toList());
    }

    private Lane lane(String whose, String status) {
        String condition = EnquiryList.whoseIs(counted(whose, status)) + " and " + EnquiryList.statusIs(status);
        long count = Rows.one(bound.query(COUNT.formatted(condition)), row -> row.id(0))
                .orElse(0L);
        List<Card> cards = count == 0 ? List.of() : Rows.list(bound.query(CARD.formatted(condition)), Boards::card);
        return new Lane(status, Math.min(count, COUNTED), count > COUNTED, cards);
    }

    /** What another level has belongs to the unit that answers, not to the desk. */
    private static String counted(String whose, String status) {
        if (!status.equals("ELSEWHERE") || whose.equals("MINE")) {
            return whose;
        }
        return whose.equals("UNIT") ? "OURS" : "THEIRS";
    }

    private static Card card(Rows.Row row) {
        return new Card(
                row.id(0),
                row.text(1),
                row.text(2),
                row.flag(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.instantOrNull(6),
                row.text(7));
    }
}
