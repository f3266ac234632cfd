package org.aeoreach.enquiry.bulk;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Doing one thing with enquiries ticked in the queue. */
@Path("/desk/enquiries")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class BatchPages {

    private static final int TEXT = 262_144;

    @Inject
    private Batches batches;

    @Inject
    private SentBatches sent;

    @Inject
    private BatchSheets sheets;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** The page of answers sent together. */
    public record SentPage(long id, List<SentBatches.Sent> all, Instant now) {

        /** Milliseconds for which they can be taken back; 0 when that is over. */
        public long left() {
            return all.stream()
                    .filter(each -> !each.undone())
                    .mapToLong(each -> each.goesAt().toEpochMilli() - now.toEpochMilli())
                    .max()
                    .orElse(0);
        }
    }

    /** The ticked rows and what to do with them, with a template or passages when asked for; changes nothing yet. */
    @POST
    @Path("choice")
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, limit = Limit.SEARCH)
    public JteModel choice(Form form) {
        return page(sheets.begun(form), List.of());
    }

    private JteModel page(Form form, List<?> stopped) {
        BatchSheet sheet = sheets.of(form, stopped);
        return new StaticTemplates()
                .enquiryBulkChoice(
                        pages.titled("desk.batch." + sheet.deed().name().toLowerCase(Locale.ROOT)), sheet);
    }

    @POST
    @Path("batches")
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    public Response carryOut(Form form) {
        return forms.submit(form, Batch.class).explained(this::page).run(wanted -> {
            Batches.Done done = batches.carryOut(wanted);
            return done.batch() == null
                    ? forms.done(BatchSheets.back(form), "desk.done.batch")
                    : forms.done("/desk/enquiries/batches/" + done.batch(), "desk.done.batch-answered");
        });
    }

    /** Answers the viewer sent together. */
    @GET
    @Path("batches/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN)
    public JteModel sent(@PathParam("id") long id) {
        return new StaticTemplates()
                .enquiryBulkSent(pages.titled("desk.batch.sent"), new SentPage(id, sent.of(id), clock.instant()));
    }

    /** Takes them all back. */
    @POST
    @Path("batches/{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response undo(@PathParam("id") long id) {
        sent.undo(id);
        return forms.done("/desk/enquiries/batches/" + id, "desk.done.batch-undone");
    }
}
