package org.aeoreach.outreach.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** Broadcasts of the viewer's unit and below. */
@ApplicationScoped
class BroadcastList implements Listing {

    private static final String KNOWN = "case when b.counted then 'COUNTED' else 'ESTIMATED' end";

    private final ListSpec spec = ListSpec.at("broadcasts", "/desk/broadcasts", "outreach.broadcasts.title")
            .from("broadcast b join unit_name n on n.unit_id = b.unit_id and n.valid_to is null", "b.id")
            .columns(
                    Column.text("title", "outreach.field.title", "b.title").lead(),
                    Column.day("day", "outreach.field.day", "b.happened_on").sortable(),
                    Column.of("channel", "outreach.field.channel", BroadcastList::channel, "b.channel"),
                    Column.number("audience", "outreach.field.audience", "b.audience")
                            .sortable(),
                    Column.status("known", "outreach.field.counted", BroadcastList::tone, "outreach.audience.", KNOWN),
                    Column.name("unit", "outreach.field.unit", "n.zh", "n.en"),
                    Column.text("note", "outreach.field.note", "b.note").hidden())
            .filters(
                    Filter.search("outreach.broadcasts.search", "b.title", "b.note"),
                    Filter.choice(
                            "channel", "outreach.field.channel", Channel.values(), "outreach.channel.", "b.channel"),
                    Filter.dates("day", "outreach.field.day", "b.happened_on"),
                    Filter.yesNo("counted", "outreach.field.counted", "b.counted")
                            .more(),
                    Filter.unit("unit", "outreach.field.unit", "b.org_path").more(),
                    Filter.including("withdrawn", "outreach.broadcasts.withdrawn", "b.withdrawn_at is null"))
            .order("-day")
            .link(id -> "/desk/broadcasts/" + id)
            .empty(EmptyState.because("outreach.broadcasts.none")
                    .leading("/desk/broadcasts/new", "outreach.broadcast.new")
                    .whenFiltered("outreach.broadcasts.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell channel(Rows.Row row, Page page) {
        return Cell.text(page.t("outreach.channel." + row.text(0)));
    }

    private static Cell.Tone tone(String known) {
        return known.equals("COUNTED") ? Cell.Tone.GOOD : Cell.Tone.NEUTRAL;
    }
}
