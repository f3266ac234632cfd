package org.aeoreach.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Campaigns of the viewer's unit, those issued to it, and those of units below. */
@ApplicationScoped
class CampaignList implements Listing {

    private final ListSpec spec = ListSpec.at("campaigns", "/desk/campaigns", "campaign.title")
            .from("campaign c join unit_name n on n.unit_id = c.unit_id and n.valid_to is null", "c.id")
            .narrow("campaign c")
            .columns(
                    Column.name("title", "campaign.field.title", "c.title_zh", "c.title_en")
                            .lead(),
                    Column.status(
                            "status", "campaign.field.status", CampaignList::tone, "campaign.status.", "c.status"),
                    Column.status("kind", "campaign.field.kind", kind -> Cell.Tone.NEUTRAL, "campaign.kind.", "c.kind"),
                    Column.name("unit", "campaign.field.unit", "n.zh", "n.en"),
                    Column.day("starts", "campaign.field.startsOn", "c.starts_on")
                            .sortable(),
                    Column.day("ends", "campaign.field.endsOn", "c.ends_on").sortable(),
                    Column.day("acknowledge", "campaign.field.acknowledgeBy", "c.acknowledge_by")
                            .hidden(),
                    Column.moment("changed", "campaign.field.changedAt", "c.changed_at")
                            .sortable()
                            .hidden())
            .filters(
                    Filter.search("campaign.search", "c.title_zh", "c.title_en"),
                    Filter.choice(
                            "waits",
                            "campaign.field.waits",
                            Waiting.options(),
                            waits -> Fragment.of(Waiting.valueOf(waits).condition())),
                    Filter.choice(
                            "status", "campaign.field.status", CampaignStatus.values(), "campaign.status.", "c.status"),
                    Filter.choice("kind", "campaign.field.kind", CampaignKind.values(), "campaign.kind.", "c.kind"),
                    Filter.yesNo("template", "campaign.field.template", "c.template")
                            .more(),
                    Filter.unit("unit", "campaign.field.unit", "c.org_path").more())
            .order("-starts")
            .link(id -> "/desk/campaigns/" + id)
            .empty(EmptyState.because("campaign.none")
                    .advising("campaign.none-advice")
                    .whenFiltered("campaign.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String status) {
        return switch (CampaignStatus.valueOf(status)) {
            case REVIEW, FREEZING -> Cell.Tone.WARN;
            case RUNNING -> Cell.Tone.GOOD;
            case ENDED, WITHDRAWN -> Cell.Tone.OFF;
            case DRAFT -> Cell.Tone.NEUTRAL;
        };
    }
}
