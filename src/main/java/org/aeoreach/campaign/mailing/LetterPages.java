package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Who gets a mailing, and what became of its letters. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class LetterPages {

    @Inject
    private Campaigns campaigns;

    @Inject
    private Mailings mailings;

    @Inject
    private RecipientList recipients;

    @Inject
    private LetterList letters;

    @Inject
    private Lists lists;

    @Inject
    private Pages pages;

    @GET
    @Path("campaigns/recipients")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response recipients(@Context UriInfo address) {
        return list(recipients, address);
    }

    @GET
    @Path("campaigns/recipients/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response exportRecipients(@Context UriInfo address) {
        mailing(address);
        return lists.export(recipients, address);
    }

    @GET
    @Path("campaigns/letters")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response letters(@Context UriInfo address) {
        return list(letters, address);
    }

    @GET
    @Path("campaigns/letters/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response exportLetters(@Context UriInfo address) {
        mailing(address);
        return lists.export(letters, address);
    }

    private Response list(Listing listing, UriInfo address) {
        if (address.getQueryParameters().getFirst("mailing") == null) {
            return Response.seeOther(URI.create("/desk/campaigns")).build();
        }
        MailingView mailing = mailing(address);
        ListPage shown = lists.show(listing, address);
        Page page = pages.titled(listing.spec().title());
        return lists.answer(
                shown, new StaticTemplates().mailingLetters(page, campaigns.get(mailing.campaign()), mailing, shown));
    }

    private MailingView mailing(UriInfo address) {
        String mailing = address.getQueryParameters().getFirst("mailing");
        if (mailing == null || !mailing.matches("[0-9]{1,18}")) {
            throw Problem.invalid("mailing", "web.invalid.number");
        }
        return mailings.find(Long.parseLong(mailing)).orElseThrow(Problem::notFound);
    }
}
