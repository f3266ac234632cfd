package org.aeoreach.campaign.coverage;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.BiFunction;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.Lists;
import org.jspecify.annotations.Nullable;

/** Pages and files of the lists of members: each is about the campaign its address names. */
@ApplicationScoped
public class MemberLists {

    @Inject
    private Campaigns campaigns;

    @Inject
    private Lists lists;

    /** The page of a list; who names no campaign is led to his desk. */
    public Response show(Listing listing, UriInfo address, BiFunction<CampaignHead, ListPage, JteModel> page) {
        CampaignHead head = campaign(address);
        if (head == null) {
            return Response.seeOther(URI.create("/desk")).build();
        }
        ListPage shown = lists.show(listing, address);
        return lists.answer(shown, page.apply(head, shown));
    }

    /** @throws Problem 400 when no campaign is named */
    public Response export(Listing listing, UriInfo address) {
        if (campaign(address) == null) {
            throw Problem.invalid("campaign", "web.invalid.number");
        }
        return lists.export(listing, address);
    }

    private @Nullable CampaignHead campaign(UriInfo address) {
        String campaign = address.getQueryParameters().getFirst("campaign");
        return campaign == null || !campaign.matches("[0-9]{1,18}")
                ? null
                : CampaignHead.of(campaigns.get(Long.parseLong(campaign)));
    }
}
