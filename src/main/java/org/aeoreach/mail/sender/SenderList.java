package org.aeoreach.mail.sender;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of what units have set their letters to come from. */
@ApplicationScoped
class SenderList implements Listing {

    private final ListSpec spec = ListSpec.at("mail-senders", "/desk/mail/senders", "mail.senders.title")
            .from("mail_sender s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null", "s.id")
            .columns(
                    Column.name("unit", "mail.field.unit", "n.zh", "n.en").lead(),
                    Column.of("address", "mail.field.address", SenderList::address, "s.address"),
                    Column.text("name-zh", "mail.field.nameZh", "s.name_zh"),
                    Column.text("name-en", "mail.field.nameEn", "s.name_en"),
                    Column.day("valid-from", "mail.field.validFrom", "s.valid_from")
                            .sortedBy("s.valid_from"),
                    Column.of("standing", "mail.field.status", SenderList::standing, SenderStanding.SQL),
                    Column.moment("entered", "mail.field.entered", "s.entered_at")
                            .sortedBy("s.id"))
            .filters(
                    Filter.search("mail.senders.search", "s.address", "s.name_zh", "s.name_en", "n.zh", "n.en"),
                    Filter.choice(
                            "standing",
                            "mail.field.status",
                            SenderStanding.values(),
                            "mail.sender.standing.",
                            SenderStanding.SQL))
            .order("-entered")
            .empty(EmptyState.because("mail.senders.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell address(Rows.Row row, Page page) {
        String address = row.textOrNull(0);
        return address == null ? Cell.quiet(page.t("mail.sender.inherited")) : Cell.text(address);
    }

    private static Cell standing(Rows.Row row, Page page) {
        SenderStanding standing = SenderStanding.valueOf(row.text(0));
        Cell.Tone tone =
                switch (standing) {
                    case HOLDS -> Cell.Tone.GOOD;
                    case COMING -> Cell.Tone.NEUTRAL;
                    case OVER -> Cell.Tone.OFF;
                };
        return Cell.status(page.t("mail.sender.standing." + standing), tone);
    }
}
