package org.aeoreach.training.base;

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
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Rooms at the desk: added to a base, changed, closed. */
@Path("/desk/trainings/rooms")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RoomPages {

    private static final int TEXT = 16_384;

    @Inject
    private TrainingRooms rooms;

    @Inject
    private Bases bases;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What the page shows. @param room null for a new one */
    public record Shown(BaseView base, @Nullable RoomView room, Form form) {}

    @GET
    @Path("new/{base: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE)
    public JteModel entering(@PathParam("base") long id) {
        BaseView base = bases.get(id);
        if (!base.own()) {
            throw Problem.forbidden();
        }
        return page(base, null, Form.of(NewRoom.class).with("roomApproval", true));
    }

    @POST
    @Path("new/{base: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = TEXT, audited = true)
    public Response enter(@PathParam("base") long id, Form form) {
        return forms.submit(form, NewRoom.class)
                .again(failed -> page(bases.get(id), null, failed))
                .run(wanted -> {
                    rooms.add(id, wanted);
                    return forms.done(BasePages.HOME + "/" + id, "venue.done.room-added");
                });
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(Access.Who.OFFICERS)
    public JteModel one(@PathParam("id") long id) {
        RoomView room = rooms.get(id);
        return page(bases.get(room.baseId()), room, filled(room));
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = TEXT, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        RoomView room = rooms.get(id);
        return forms.submit(form, NewRoom.class)
                .again(failed -> page(bases.get(room.baseId()), room, failed))
                .current(() -> filled(rooms.get(id)))
                .run(wanted -> {
                    rooms.change(id, form.version(), wanted);
                    return forms.done(BasePages.HOME + "/" + room.baseId(), "venue.done.room-changed");
                });
    }

    @POST
    @Path("{id: [0-9]{1,18}}/closing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = 4096, audited = true)
    public Response close(@PathParam("id") long id, Form form) {
        rooms.close(id, form.version(), true);
        return forms.done(BasePages.HOME + "/" + rooms.get(id).baseId(), "venue.done.room-closed");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = 4096, audited = true)
    public Response reopen(@PathParam("id") long id, Form form) {
        rooms.close(id, form.version(), false);
        return forms.done(BasePages.HOME + "/" + rooms.get(id).baseId(), "venue.done.room-reopened");
    }

    private static Form filled(RoomView room) {
        return Form.of(NewRoom.class)
                .with("roomZh", room.roomZh())
                .with("roomEn", room.roomEn())
                .with("roomOnline", room.online())
                .with("roomCapacity", room.capacity())
                .with("roomLink", room.link())
                .with("equipment", room.equipment())
                .with("roomApproval", room.approval())
                .version(room.version());
    }

    private JteModel page(BaseView base, @Nullable RoomView room, Form form) {
        Page page = pages.titled(room == null ? "venue.room.new" : "venue.room");
        Form offered = form.options("equipment", Option.of(page, "venue.equipment.", Equipment.values()));
        return new StaticTemplates().trainingBaseRoom(page, new Shown(base, room, offered));
    }
}
