package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of mail the system wrote, the newest first. */
@ApplicationScoped
class MailList implements Listing {

    private final ListSpec spec = ListSpec.at("mail", "/desk/mail", "mail.list.title")
            .from("mail m", "m.id")
            .columns(
                    Column.of("subject", "mail.field.subject", MailList::subject, "m.subject", "m.language")
                            .lead(),
                    Column.of(
                                    "recipient",
                                    "mail.field.recipient",
                                    MailList::recipient,
                                    "m.recipient_name",
                                    "m.recipient")
                            .sortedBy("m.recipient"),
                    Column.of("status", "mail.field.status", MailList::status, "m.status", "m.last_error")
                            .sortable(),
                    Column.moment("created", "mail.field.created", "m.created_at")
                            .sortedBy("m.id"),
                    Column.of("template", "mail.field.template", MailList::template, "m.template")
                            .sortable()
                            .hidden(),
                    Column.number("attempts", "mail.field.attempts", "m.attempts")
                            .sortable()
                            .hidden(),
                    Column.moment("sent", "mail.field.sent", "m.sent_at")
                            .sortable()
                            .hidden())
            .filters(
                    Filter.search("mail.list.search", "m.subject", "m.recipient", "m.recipient_name"),
                    Filter.choice("status", "mail.list.filter", MailStatus.values(), "mail.status.", "m.status"),
                    Filter.days("created", "mail.field.created", "m.created_at").more())
            .order("-created")
            .link(id -> "/desk/mail/" + id)
            .empty(EmptyState.because("mail.list.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell subject(Rows.Row row, Page page) {
        return Cell.in(row.text(1), row.text(0));
    }

    private static Cell recipient(Rows.Row row, Page page) {
        return Cell.beside(Cell.text(row.text(0)), Cell.quiet("<" + row.text(1) + ">"));
    }

    private static Cell status(Rows.Row row, Page page) {
        MailStatus status = MailStatus.valueOf(row.text(0));
        Cell.Tone tone = status == MailStatus.DEAD
                ? Cell.Tone.BAD
                : status == MailStatus.SENT ? Cell.Tone.GOOD : Cell.Tone.NEUTRAL;
        return Cell.beside(Cell.status(page.t("mail.status." + status), tone), Cell.quiet(row.textOrNull(1)));
    }

    private static Cell template(Rows.Row row, Page page) {
        return Cell.text(page.tOr("mail.template." + row.text(0), row.text(0)));
    }
}
