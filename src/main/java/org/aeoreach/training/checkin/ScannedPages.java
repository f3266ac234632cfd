package org.aeoreach.training.checkin;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** Where the QR code shown in a room leads: on to who it is that scanned it. */
@Path("/portal/trainings")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class ScannedPages {

    @Inject
    private Offers offers;

    @Inject
    private SelfCheckIn arrivals;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    /**
     * Of a session for officers it tells nothing.
     *
     * @param code of the minute in which it was scanned, or null
     */
    @GET
    @Path("{id: [0-9]{1,18}}/arrival")
    @Access(Access.Who.ANYONE)
    public JteModel scanned(@PathParam("id") long id, @QueryParam("code") @Nullable String code) {
        OfferView offer = offers.any(id);
        return new StaticTemplates()
                .trainingCheckinScanned(
                        pages.titled("checkin.arrival"),
                        offer.forOfficers() ? null : offer,
                        code != null && code.matches("[0-9]{6}") ? code : "",
                        viewer.get().isPresent() ? arrivals.mine(id) : List.of());
    }
}
