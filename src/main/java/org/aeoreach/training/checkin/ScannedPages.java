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
import org.aeoreach.scope.Right;
import org.aeoreach.templates.StaticTemplates;
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

    /** @param code of the minute in which it was scanned, or null */
    @GET
    @Path("{id: [0-9]{1,18}}/arrival")
    @Access(Access.Who.ANYONE)
    public JteModel scanned(@PathParam("id") long id, @QueryParam("code") @Nullable String code) {
        boolean enterprise = viewer.get().map(me -> me.may(Right.REGISTER)).orElse(false);
        return new StaticTemplates()
                .trainingCheckinScanned(
                        pages.titled("checkin.arrival"),
                        offers.get(id),
                        code != null && code.matches("[0-9]{6}") ? code : "",
                        enterprise ? arrivals.mine(id) : List.of());
    }
}
