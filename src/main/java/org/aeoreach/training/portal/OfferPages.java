package org.aeoreach.training.portal;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Locale;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.field.SessionFields;
import org.aeoreach.training.offer.DelegateTypes;
import org.aeoreach.training.offer.OfferList;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.Attendee;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Sessions on the portal: to choose from, one of them, and registering without an account. */
@Path("/portal/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class OfferPages {

    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private Offers offers;

    @Inject
    private OfferList list;

    @Inject
    private DelegateTypes types;

    @Inject
    private SessionFields fields;

    @Inject
    private Tickets tickets;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RateLimits limits;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().trainingPortalList(pages.titled("session.offers"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.SIGNED_IN, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** A month of those the filters of the list ask for. @param month as 2026-12, or null for the present one */
    @GET
    @Path("calendar")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Response calendar(@QueryParam("month") @Nullable String month, @Context UriInfo address) {
        ListPage filters = lists.filters(list, OfferMonth.PATH, address);
        OfferMonth empty = OfferMonth.of(month, Time.today(clock), filters.query());
        OfferMonth shown = filters.errors().isEmpty()
                ? empty.with(offers.between(empty.first(), empty.end(), lists.condition(list, address)))
                : empty;
        return lists.answer(
                filters,
                new StaticTemplates().trainingPortalCalendar(pages.titled("session.calendar"), shown, filters));
    }

    @GET
    @Path(ONE)
    @Access(Access.Who.ANYONE)
    public JteModel one(@PathParam("id") long id) {
        Form form = Form.of(Attendee.class)
                .with("language", RequestContext.current().language());
        return page(offers.get(id), form);
    }

    /** @param form of who registers: for his enterprise where he may, else for himself */
    JteModel page(OfferView offer, Form form) {
        Page plain = pages.titled("session.offers");
        Page page = pages.page(plain.pick(offer.titleZh(), offer.titleEn()));
        boolean mine = viewer.get().map(me -> me.may(Right.REGISTER)).orElse(false);
        Form complete = form.options("language", Option.of(page, "session.letters.", Language.values()))
                .options("delegateType", types.options(offer.id(), page));
        return new StaticTemplates()
                .trainingPortalOne(
                        page,
                        new OfferSheet(offer, offers.siblings(offer.id()), fields.asked(offer.id())),
                        complete,
                        mine);
    }

    /** Keeps it, and sends a letter to confirm the address. */
    @POST
    @Path(ONE)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 65_536, audited = true)
    public Response register(@PathParam("id") long id, Form form) {
        OfferView offer = offers.get(id);
        return forms.submit(form, Attendee.class)
                .again(failed -> page(offer, failed))
                .run(who -> {
                    limits.takeFor(Limit.RESET, "train:" + who.mail().strip().toLowerCase(Locale.ROOT));
                    tickets.keep(id, who);
                    return Response.ok(new StaticTemplates()
                                    .trainingPortalKept(pages.titled("session.kept"), offer, who.mail()))
                            .build();
                });
    }
}
