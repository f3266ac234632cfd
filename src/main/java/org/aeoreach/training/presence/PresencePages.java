package org.aeoreach.training.presence;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;

/** A list of participants: taken in, looked through, made attendance of. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PresencePages {

    private static final String ONE = "{id: [0-9]{1,18}}/participants";
    private static final int FORM = PresenceFile.LARGEST + (1 << 20);

    @Inject
    private Presences presences;

    @Inject
    private PresenceFile files;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Uploads uploads;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What is chosen for somebody: one field each. */
    private static final String CHOICE = "decided-";

    /** The file has no field of its own in a command. */
    public record Chosen() {}

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel list(@PathParam("id") long id) {
        return page(id, Form.of(Chosen.class));
    }

    private JteModel page(long id, Form form) {
        TrainingView training = trainings.own(id);
        Page plain = pages.titled("presence.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return new StaticTemplates().trainingPresenceList(page, training, presences.of(id), form);
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = FORM, audited = true)
    public Response put(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        return forms.submit(Form.ofParts(parts), Chosen.class)
                .again(failed -> page(id, failed))
                .run(chosen -> {
                    put(trainings.own(id), parts);
                    return forms.done("/desk/trainings/" + id + "/participants", "presence.done.put");
                });
    }

    private void put(TrainingView training, List<EntityPart> parts) {
        try (Received file = uploads.part(parts, "file", PresenceFile.USE)
                .orElseThrow(() -> Problem.invalid("file", "component.upload.none"))) {
            presences.put(training.id(), files.read(file, ZoneId.of(training.zone())));
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    @POST
    @Path(ONE + "/taking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 524_288, audited = true)
    public Response take(@PathParam("id") long id, Form form) {
        return forms.submit(
                        form.with("confirmed", chosen(form, "SAME")).with("walkIns", chosen(form, "WALK_IN")),
                        Decided.class)
                .again(failed -> page(id, failed))
                .run(decided -> {
                    presences.take(id, decided);
                    return forms.done("/desk/trainings/" + id + "/attendance", "presence.done.taken");
                });
    }

    private static List<String> chosen(Form form, String choice) {
        return form.names().stream()
                .filter(name -> name.startsWith(CHOICE) && form.chosen(name, choice))
                .map(name -> name.substring(CHOICE.length()))
                .toList();
    }
}
