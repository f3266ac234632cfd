package org.aeoreach.enquiry.ask;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.enquiry.EnquiryChannel;
import org.aeoreach.library.Documents;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.EnterprisePickers;
import org.aeoreach.web.picker.PickerField;
import org.jspecify.annotations.Nullable;

/** The one form on which officers write questions down, whatever way they came. */
@Path("/desk/enquiries/new")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class LogPages {

    private static final EnquiryChannel[] CHANNELS = {
        EnquiryChannel.PHONE,
        EnquiryChannel.HOTLINE,
        EnquiryChannel.COUNTER,
        EnquiryChannel.VISIT,
        EnquiryChannel.MESSAGE
    };

    @Inject
    private Logging logging;

    @Inject
    private TopicSuggestions suggestions;

    @Inject
    private Attachments attachments;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Documents documents;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** The form; the enterprise is typed and found, see {@link EnterprisePickers}. */
    public record Typed(
            @NotNull EnquiryChannel channel,
            @Size(max = 200) String enterpriseText,
            @Nullable Long personId,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 60) String phone,
            @Nullable @Size(max = 254) String mail,
            @NotNull Language language,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = Asking.LONGEST) String body,
            @Nullable @Size(max = 60) String topic,
            @Min(1) @Max(3) int priority,
            boolean take,
            boolean forColleagues) {

        Logging.Logged logged(@Nullable Long enterprise) {
            return new Logging.Logged(
                    channel,
                    subject,
                    body,
                    enterprise,
                    personId,
                    name,
                    mail,
                    phone,
                    language,
                    topic,
                    priority,
                    take,
                    forColleagues);
        }
    }

    /** What the page shows. */
    public record Shown(Form form, EnterprisePicker enterprise) {}

    /** @param enterprise the one that asks, or null */
    @GET
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel form(@QueryParam("enterprise") @Nullable Long enterprise) {
        Form form = Form.of(Typed.class)
                .with("channel", EnquiryChannel.PHONE)
                .with("language", Language.ZH)
                .with("priority", 2);
        return page(enterprise == null ? form : chosen(form, enterprise));
    }

    private Form chosen(Form form, long enterprise) {
        EnterprisePicker picker = pickers.field(PickerField.of("enterprise", "enquiry.field.enterprise"), enterprise);
        return picker.id() == null ? form : form.with("enterprise", picker.id()).with("enterpriseText", picker.text());
    }

    private JteModel page(Form form) {
        Page page = pages.titled("ask.log.title");
        EnterprisePicker picker = pickers.of(form, "enterprise");
        return new StaticTemplates().enquiryAskLog(page, new Shown(options(form, picker.id(), page), picker));
    }

    private Form options(Form form, @Nullable Long enterprise, Page page) {
        return form.options("channel", Option.of(page, "enquiry.channel.", CHANNELS))
                .options("language", Option.of(page, "enquiry.language.", Language.values()))
                .options(
                        "priority",
                        Stream.of("1", "2", "3")
                                .map(value -> new Option(value, page.t("enquiry.priority." + value)))
                                .toList())
                .options("topic", topics(form, page))
                .options("personId", logging.persons(enterprise, page));
    }

    /** Those the text speaks of first. */
    private List<Option> topics(Form form, Page page) {
        List<String> likely = suggestions.of(
                form.value("subject"),
                form.value("body"),
                RequestContext.current().language(),
                null);
        List<Option> all = documents.topics(Time.today(clock)).stream()
                .map(topic -> new Option(topic.code(), topic.name(page.language())))
                .toList();
        return TopicSuggestions.first(page, likely, all);
    }

    /** The part of the form that follows from what was typed: persons of the enterprise, topics of the text. */
    @POST
    @Path("part")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.PICK, body = 256 << 10)
    public JteModel part(Form form) {
        Page page = pages.titled("ask.log.title");
        Form about = Form.of(Typed.class)
                .with("subject", form.value("subject"))
                .with("body", form.value("body"))
                .with("topic", form.value("topic"))
                .with("personId", form.value("personId"));
        Long enterprise = pickers.of(form, "enterprise").id();
        return new StaticTemplates().enquiryAskLogpart(page, options(about, enterprise, page));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.WORKING_OFFICERS, body = Attachments.BODY, audited = true)
    public Response log(List<EntityPart> parts) throws IOException {
        Form form = Form.ofParts(parts);
        return forms.submit(form, Typed.class).again(this::page).run(typed -> {
            Long enterprise = pickers.resolve(EnterprisePickers.typed(form, "enterprise"))
                    .map(EnterpriseChoice::id)
                    .orElse(null);
            try (Attachments.Batch files = attachments.receive(parts)) {
                long id = logging.log(typed.logged(enterprise), files).id();
                return forms.done("/desk/enquiries/" + id, "ask.done.logged");
            } catch (IOException e) {
                throw new UncheckedIOException("A file did not arrive", e);
            }
        });
    }
}
