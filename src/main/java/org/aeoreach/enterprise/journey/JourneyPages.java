package org.aeoreach.enterprise.journey;

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
import java.time.Clock;
import java.util.List;
import org.aeoreach.enterprise.grade.CreditRules;
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;
import org.jspecify.annotations.Nullable;

/** The journey of one enterprise: where it stands, what may come next, what was. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class JourneyPages {

    /** What may be kept with a step. */
    public static final FileUse USE = new FileUse(
            "journey", List.of(FileType.PDF, FileType.DOCX, FileType.XLSX, FileType.PNG, FileType.JPEG), 10 << 20);

    @Inject
    private Journeys journeys;

    @Inject
    private TakeStep steps;

    @Inject
    private CreditRules rules;

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private Uploads uploads;

    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/journey")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel journey(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.frame(id, "journey");
        return page(frame, taking(frame), retracting(frame), null);
    }

    private Form taking(EnterpriseFrame frame) {
        return Form.of(TakeStep.Step.class)
                .with("happenedOn", Time.today(clock))
                .version(frame.facts().version());
    }

    private static Form retracting(EnterpriseFrame frame) {
        return Form.of(TakeStep.Retraction.class).version(frame.facts().version());
    }

    private JteModel page(EnterpriseFrame frame, Form taking, Form retracting, @Nullable String open) {
        Page page = frame.page();
        List<Option> next = journeys.next(frame.facts().standing().journeyStep()).stream()
                .map(step -> new Option(step.name(), page.t("enterprise.step." + step)))
                .toList();
        List<Option> grades = rules.all().get(0).grades().stream()
                .map(grade -> new Option(grade, page.t("enterprise.grade." + grade)))
                .toList();
        return new StaticTemplates()
                .enterpriseJourney(
                        frame,
                        journeys.of(frame.id()),
                        taking.options("step", next).options("grade", grades),
                        retracting.named("retract"),
                        open);
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/journey")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 12 << 20, audited = true)
    public Response take(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        Form form = Form.ofParts(parts);
        return forms.submit(form, TakeStep.Step.class)
                .again(failed -> {
                    EnterpriseFrame frame = frames.frame(id, "journey");
                    return page(frame, failed, retracting(frame), null);
                })
                .run(step -> {
                    take(id, form, step, parts);
                    return forms.done("/desk/enterprises/" + id + "/journey", "enterprise.done.step");
                });
    }

    private void take(long id, Form form, TakeStep.Step step, List<EntityPart> parts) {
        try (Received file = uploads.part(parts, "file", USE).orElse(null)) {
            steps.take(id, form.version(), step, file == null ? List.of() : List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    @POST
    @Path("enterprises/journey/{id: [0-9]{1,18}}/retraction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response retract(@PathParam("id") long entry, Form form) {
        long id = journeys.enterpriseOf(entry);
        return forms.submit(form, TakeStep.Retraction.class)
                .again(failed -> {
                    EnterpriseFrame frame = frames.frame(id, "journey");
                    return page(frame, taking(frame), failed, "open");
                })
                .run(retraction -> {
                    steps.retract(entry, form.version(), retraction);
                    return forms.done("/desk/enterprises/" + id + "/journey", "enterprise.done.step-retracted");
                });
    }
}
