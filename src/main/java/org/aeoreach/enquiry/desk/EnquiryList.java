package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.enquiry.publish.PublicationView;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Enquiries of the viewer's range, those first whose time runs out first; what is done only when asked for. */
@ApplicationScoped
public class EnquiryList implements Listing {

    static final String PATH = "/desk/enquiries";

    private static final String LO = "nullif(current_setting('app.lo', true), '')";
    private static final String HI = "current_setting('app.hi', true)";
    private static final String ME = "nullif(current_setting('app.account', true), '')::bigint";
    private static final String HERE = "w.desk_path >= " + LO + " and w.desk_path < " + HI;

    /** Another level has it and it is not done; to whoever is that level or above it, it is with nobody else. */
    private static final String ELSEWHERE = "w.status in ('NEW', 'OPEN', 'REOPENED', 'WAITING') and not (" + HERE + ")";

    private static final String STATE = "case when " + ELSEWHERE + " then 'ELSEWHERE' else w.status end";
    /** Somebody is to do something about it now: the clocks run. */
    static final String RUNNING = "w.status in ('NEW', 'OPEN', 'REOPENED')";

    private static final String MENTIONS =
            "select n.enquiry_id from enquiry_note n where n.mentioned <> '{}' and " + ME + " = any (n.mentioned)";
    private static final String UNANSWERED = " and n.created_at > now() - interval '3 days' and not exists (select from"
            + " enquiry_note l where l.enquiry_id = n.enquiry_id and l.id > n.id and l.account_id = " + ME + ")";

    /** Its asker waits for an answer that is known not to have arrived. */
    static final String LOST = "w.undelivered_at is not null and w.status in ('ANSWERED', 'WAITING')";

    private static final String OPEN = "w.status in ('NEW', 'OPEN', 'WAITING', 'REOPENED')";
    static final String CLOCK = "case when w.due_at is null then 'STANDS' when w.due_at <= now() then 'LATE'"
            + " when w.warn_at <= now() then 'SOON' else 'RUNS' end";

    // What the viewer's unit or the nearest one above it calls it.
    private static final String NAME = "(select s.%s from enquiry_status_name s where s.status = " + STATE
            + " and starts_with(" + LO + ", s.org_path) order by length(s.org_path) desc limit 1)";

    @Inject
    private EnquirySearch search;

    @Inject
    private Statuses statuses;

    private final ListSpec spec = ListSpec.at("enquiries", PATH, "desk.enquiries.title")
            .from(
                    "enquiry_work w join enquiry e on e.id = w.enquiry_id"
                            + " join unit_name n on n.unit_id = w.unit_id and n.valid_to is null"
                            + " join unit_name d on d.unit_id = w.desk_id and d.valid_to is null"
                            + " left join account a on a.id = w.officer_id"
                            + " left join enterprise x on x.id = e.enterprise_id"
                            + " left join library_topic p on p.code = w.topic",
                    "w.enquiry_id")
            .narrow("enquiry_work w")
            .joined("e", "join enquiry e on e.id = w.enquiry_id")
            .columns(
                    Column.code("number", "desk.field.number", "e.number").sortedBy("e.number"),
                    Column.text("subject", "desk.field.subject", "e.subject").lead(),
                    Column.of(
                            "status",
                            "desk.field.status",
                            EnquiryList::state,
                            STATE,
                            NAME.formatted("zh"),
                            NAME.formatted("en")),
                    Column.of("due", "desk.field.due", EnquiryList::due, "w.due_at", CLOCK)
                            .sortedBy("w.due_at"),
                    Column.status(
                                    "priority",
                                    "desk.field.priority",
                                    EnquiryList::urgency,
                                    "desk.priority.",
                                    "w.priority")
                            .sortedBy("w.priority"),
                    Column.of(
                            "officer",
                            "desk.field.officer",
                            EnquiryList::officer,
                            "w.officer_id",
                            "a.name_zh",
                            "a.name_en"),
                    Column.of(
                            "asker", "desk.field.asker", EnquiryList::asker, "e.asker_name", "x.name_zh", "x.name_en"),
                    Column.name("topic", "desk.field.topic", "p.zh", "p.en"),
                    Column.moment("asked", "desk.field.asked", "e.asked_at")
                            .sortedBy("e.asked_at")
                            .hidden(),
                    Column.name("unit", "desk.field.unit", "n.zh", "n.en").hidden(),
                    Column.name("desk", "desk.field.desk", "d.zh", "d.en").hidden(),
                    Column.status(
                                    "channel",
                                    "desk.field.channel",
                                    value -> Cell.Tone.NEUTRAL,
                                    "desk.channel.",
                                    "e.channel")
                            .hidden(),
                    Column.text("tags", "desk.field.tags", "array_to_string(w.tags, ', ')")
                            .hidden(),
                    Column.moment("total", "desk.field.total", "w.total_due_at")
                            .sortedBy("w.total_due_at")
                            .hidden())
            .filters(
                    Filter.search("desk.enquiries.search", this::words).few(text -> true),
                    Filter.choice(
                            "whose",
                            "desk.filter.whose",
                            List.of(options(
                                    "desk.filter.whose.",
                                    "MINE",
                                    "UNIT",
                                    "NOBODY",
                                    "BELOW",
                                    "OURS",
                                    "THEIRS",
                                    "CALLED",
                                    "MENTIONED")),
                            whose -> Fragment.of(whoseIs(whose))),
                    Filter.choice(
                                    "status",
                                    "desk.field.status",
                                    List.of(options(
                                            "desk.status.",
                                            "NEW",
                                            "OPEN",
                                            "REOPENED",
                                            "WAITING",
                                            "ELSEWHERE",
                                            "ANSWERED",
                                            "CLOSED")),
                                    status -> Fragment.of(statusIs(status)))
                            .lifting("done", status -> status.equals("ANSWERED") || status.equals("CLOSED"))
                            .named(page -> statuses.names(page)),
                    Filter.choice(
                            "clock",
                            "desk.filter.clock",
                            List.of(options("desk.filter.clock.", "RUNNING", "LATE", "SOON", "TOTAL")),
                            EnquiryList::clock),
                    Filter.choice(
                                    "delivery",
                                    "desk.filter.delivery",
                                    List.of(options("desk.filter.delivery.", "LOST")),
                                    lost -> Fragment.of(LOST))
                            .more(),
                    Filter.including("done", "desk.filter.done", OPEN),
                    Filter.choice(
                                    "priority",
                                    "desk.field.priority",
                                    List.of(options("desk.priority.", "1", "2", "3")),
                                    value -> Fragment.of("w.priority = ?", Integer.valueOf(value)))
                            .more(),
                    Filter.choice(
                                    "question",
                                    "desk.filter.question",
                                    List.of(options("desk.filter.question.", "TO_CORRECT")),
                                    value -> Fragment.of("w.enquiry_id in (" + PublicationView.TO_CORRECT + ")"))
                            .few(value -> true)
                            .more(),
                    Filter.text("topic", "desk.field.topic", EnquiryList::topic).more(),
                    Filter.text("tag", "desk.filter.tag", EnquiryList::tagged).more(),
                    Filter.choice(
                                    "channel",
                                    "desk.field.channel",
                                    List.of(options(
                                            "desk.channel.",
                                            "PORTAL",
                                            "MAIL",
                                            "PHONE",
                                            "HOTLINE",
                                            "COUNTER",
                                            "VISIT",
                                            "MESSAGE")),
                                    value -> Fragment.of("e.channel = ?", value))
                            .more(),
                    Filter.text("enterprise", "desk.filter.enterprise", EnquiryList::of)
                            .more(),
                    Filter.days("asked", "desk.field.asked", "e.asked_at").more(),
                    Filter.unit("unit", "desk.field.unit", "w.org_path").more())
            .order("due")
            .link(id -> PATH + "/" + id)
            .selection(PATH + "/choice", options("desk.batch.act.", "ANSWER", "ASSIGN", "TAG", "CLOSE"))
            .empty(EmptyState.because("desk.enquiries.none").whenFiltered("desk.enquiries.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Filter.Option[] options(String words, String... values) {
        return Arrays.stream(values)
                .map(value -> new Filter.Option(value, words + value))
                .toArray(Filter.Option[]::new);
    }

    private Fragment words(String text) {
        return search.condition(text);
    }

    /**
     * SQL of whose turn it is: the viewer's or of whom he stands in for, his unit's, or that of a unit below; of who
     * answers it, his unit (OURS) or one below (THEIRS); or of notes that mention him, some time or lately and without a
     * word of his since (CALLED).
     */
    static String whoseIs(String whose) {
        return switch (whose) {
            case "MINE" -> "w.officer_id in (select task_owners())";
            case "UNIT" -> "w.desk_path = " + LO;
            case "NOBODY" -> "w.desk_path = " + LO + " and w.officer_id is null";
            case "OURS" -> "w.org_path = " + LO;
            case "THEIRS" -> "w.org_path > " + LO + " and w.org_path < " + HI;
            case "MENTIONED" -> "w.enquiry_id in (" + MENTIONS + ")";
            case "CALLED" -> "w.enquiry_id in (" + MENTIONS + UNANSWERED + ")";
            default -> "w.desk_path > " + LO + " and w.desk_path < " + HI;
        };
    }

    /** SQL of the status as the viewer is shown it. */
    static String statusIs(String status) {
        return switch (status) {
            case "ELSEWHERE" -> ELSEWHERE;
            case "ANSWERED", "CLOSED" -> "w.status = '" + status + "'";
            default -> "w.status = '" + status + "' and " + HERE;
        };
    }

    private static Fragment clock(String clock) {
        return Fragment.of(
                switch (clock) {
                    case "RUNNING" -> RUNNING;
                    case "LATE" -> "w.due_at <= now()";
                    case "SOON" -> "w.warn_at <= now() and w.due_at > now()";
                    default -> "w.total_due_at <= now()";
                });
    }

    /** Those with any tag lie together; which they have, no index may tell of rows one may not see. */
    static Fragment tagged(String tag) {
        return Fragment.of("w.tags <> '{}' and ? = any (w.tags)", tag);
    }

    private static Fragment topic(String typed) {
        Fragment named = Filter.anywhere(typed, "t.zh", "t.en");
        return new Fragment(
                "w.topic in (select t.code from library_topic t where t.code = ? or " + named.sql() + ")",
                java.util.stream.Stream.concat(java.util.stream.Stream.of(typed), named.values().stream())
                        .toList());
    }

    private static Fragment of(String enterprise) {
        if (!enterprise.matches("[0-9]{1,18}")) {
            throw Problem.invalid("enterprise", "web.invalid.number");
        }
        return Fragment.of("e.enterprise_id = ?", Long.valueOf(enterprise));
    }

    private static Cell due(Rows.Row row, Page page) {
        Instant due = row.instantOrNull(0);
        String clock = row.text(1);
        String words = page.t("desk.clock." + clock);
        return due == null ? Cell.quiet(words) : Cell.below(new Cell.Moment(due), Cell.status(words, clockTone(clock)));
    }

    private static Cell.Tone clockTone(String clock) {
        return switch (clock) {
            case "LATE" -> Cell.Tone.BAD;
            case "SOON" -> Cell.Tone.WARN;
            default -> Cell.Tone.GOOD;
        };
    }

    private static Cell officer(Rows.Row row, Page page) {
        if (row.idOrNull(0) == null) {
            return Cell.quiet(page.t("desk.nobody"));
        }
        return row.textOrNull(1) == null
                ? Cell.quiet(page.t("desk.officer-elsewhere"))
                : Cell.text(page.pick(row.text(1), row.textOrNull(2)));
    }

    private static Cell asker(Rows.Row row, Page page) {
        String enterprise = row.textOrNull(1);
        return enterprise == null
                ? Cell.text(row.text(0))
                : Cell.below(Cell.text(page.pick(enterprise, row.textOrNull(2))), Cell.quiet(row.text(0)));
    }

    private static Cell state(Rows.Row row, Page page) {
        String status = row.text(0);
        String named = row.textOrNull(1);
        return Cell.status(
                named == null ? page.t("desk.status." + status) : page.pick(named, row.textOrNull(2)), tone(status));
    }

    static Cell.Tone tone(String status) {
        return switch (status) {
            case "NEW", "REOPENED" -> Cell.Tone.WARN;
            case "ANSWERED" -> Cell.Tone.GOOD;
            case "CLOSED", "WAITING" -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }

    private static Cell.Tone urgency(String priority) {
        return switch (priority) {
            case "1" -> Cell.Tone.BAD;
            case "3" -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }
}
