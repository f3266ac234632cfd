package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of mailboxes, with how each was last reached. */
@ApplicationScoped
class MailboxList implements Listing {

    private final ListSpec spec = ListSpec.at("mailboxes", "/desk/mail/mailboxes", "mail.mailboxes.title")
            .from("mailbox b join unit_name n on n.unit_id = b.unit_id and n.valid_to is null", "b.id")
            .columns(
                    Column.text("address", "mail.field.address", "b.address").lead(),
                    Column.name("unit", "mail.field.unit", "n.zh", "n.en"),
                    Column.of(
                            "state", "mail.field.status", MailboxList::state, "b.active", "b.failures", "b.contact_at"),
                    Column.moment("contact", "mail.field.contact", "b.contact_at")
                            .sortedBy("b.contact_at"),
                    Column.number(
                            "aside",
                            "mail.field.aside",
                            "(select count(*) from inbound_mail i where i.mailbox_id = b.id and i.status = 'ASIDE')"),
                    Column.text("error", "mail.field.error", "b.error"))
            .filters(
                    Filter.search("mail.mailboxes.search", "b.address", "n.zh", "n.en"),
                    Filter.yesNo("failing", "mail.mailboxes.failing", "b.active and b.failures > 0"))
            .order("contact")
            .link(id -> "/desk/mail/mailboxes/" + id)
            .empty(EmptyState.because("mail.mailboxes.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell state(Rows.Row row, Page page) {
        if (!row.flag(0)) {
            return Cell.status(page.t("mail.mailbox.off"), Cell.Tone.OFF);
        }
        if (row.id(1) > 0) {
            return Cell.status(page.t("mail.mailbox.failing", row.id(1)), Cell.Tone.BAD);
        }
        return row.columns()[2] == null
                ? Cell.status(page.t("mail.mailbox.never"), Cell.Tone.NEUTRAL)
                : Cell.status(page.t("mail.mailbox.reached"), Cell.Tone.GOOD);
    }
}
