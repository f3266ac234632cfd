package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The list of mail that came in, the newest first. */
@ApplicationScoped
class InboundList implements Listing {

    private static final List<Filter.Option> STATUSES = List.of(
            new Filter.Option("ASIDE", "mail.inbound.status.ASIDE"),
            new Filter.Option("ARRIVED", "mail.inbound.status.ARRIVED"),
            new Filter.Option("WORKING", "mail.inbound.status.WORKING"),
            new Filter.Option("DONE", "mail.inbound.status.DONE"));

    private final ListSpec spec = ListSpec.at("inbound-mail", "/desk/mail/inbound", "mail.inbound.title")
            .from("inbound_mail i join mailbox b on b.id = i.mailbox_id", "i.id")
            .columns(
                    Column.of("subject", "mail.field.subject", InboundList::subject, "i.subject")
                            .lead(),
                    Column.text("sender", "mail.field.sender", "i.sender"),
                    Column.text("mailbox", "mail.field.mailbox", "b.address"),
                    Column.of("status", "mail.field.status", InboundList::status, "i.status", "i.became", "i.reason"),
                    Column.moment("fetched", "mail.field.fetched", "i.fetched_at")
                            .sortedBy("i.id"),
                    Column.number("bytes", "mail.field.bytes", "i.bytes").hidden(),
                    Column.text("error", "mail.field.error", "i.error").hidden())
            .filters(
                    Filter.search("mail.inbound.search", "i.subject", "i.sender"),
                    Filter.choice(
                            "status", "mail.field.status", STATUSES, status -> Fragment.of("i.status = ?", status)),
                    Filter.choice("became", "mail.field.became", Became.values(), "mail.inbound.became.", "i.became")
                            .more(),
                    Filter.choice("reason", "mail.field.reason", Reason.values(), "mail.inbound.reason.", "i.reason")
                            .more(),
                    Filter.days("fetched", "mail.field.fetched", "i.fetched_at").more())
            .order("-fetched")
            .link(id -> "/desk/mail/inbound/" + id)
            .empty(EmptyState.because("mail.inbound.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell subject(Rows.Row row, Page page) {
        String subject = row.textOrNull(0);
        return subject == null || subject.isBlank()
                ? Cell.quiet(page.t("mail.inbound.no-subject"))
                : Cell.text(subject);
    }

    private static Cell status(Rows.Row row, Page page) {
        String status = row.text(0);
        String became = row.textOrNull(1);
        String reason = row.textOrNull(2);
        if (reason != null) {
            return Cell.beside(
                    Cell.status(page.t("mail.inbound.status.ASIDE"), Cell.Tone.BAD),
                    Cell.quiet(page.t("mail.inbound.reason." + reason)));
        }
        return became == null
                ? Cell.status(page.t("mail.inbound.status." + status), Cell.Tone.NEUTRAL)
                : Cell.status(
                        page.t("mail.inbound.became." + became),
                        became.equals("NEW") || became.equals("REPLY") ? Cell.Tone.GOOD : Cell.Tone.OFF);
    }
}
