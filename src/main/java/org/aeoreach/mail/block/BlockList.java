package org.aeoreach.mail.block;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.mail.MailFailure;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of addresses no mail goes to, the newest first. */
@ApplicationScoped
class BlockList implements Listing {

    private final ListSpec spec = ListSpec.at("mail-blocks", "/desk/mail/blocks", "mail.blocks.title")
            .from("mail_block b", "b.id")
            .columns(
                    Column.text("address", "mail.field.address", "b.address").lead(),
                    Column.status(
                            "cause", "mail.field.cause", cause -> Cell.Tone.NEUTRAL, "mail.block.cause.", "b.cause"),
                    Column.text("reason", "mail.field.blockReason", "b.reason"),
                    Column.moment("at", "mail.field.since", "b.at").sortedBy("b.id"))
            .filters(
                    Filter.search("mail.blocks.search", "b.address", "b.reason"),
                    Filter.choice(
                            "cause", "mail.field.cause", MailFailure.Cause.values(), "mail.block.cause.", "b.cause"))
            .order("-at")
            .link(id -> "/desk/mail/blocks/" + id)
            .empty(EmptyState.because("mail.blocks.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }
}
