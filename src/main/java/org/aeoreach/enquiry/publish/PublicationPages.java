package org.aeoreach.enquiry.publish;

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
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.ask.TopicSuggestions;
import org.aeoreach.library.Documents;
import org.aeoreach.library.content.Audience;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** An answer is made a question for everybody. */
@Path("/desk/enquiries/{id: [0-9]{1,18}}/publication")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PublicationPages {

    private static final int BODY = 524_288;

    @Inject
    private Publications publications;

    @Inject
    private PublishedAnswers answers;

    @Inject
    private PublicationTexts texts;

    @Inject
    private TopicSuggestions suggestions;

    @Inject
    private Enquiries enquiries;

    @Inject
    private Documents documents;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        EnquiryView enquiry = enquiries.get(id);
        return page(
                id,
                answers.newest(enquiry)
                        .map(answer -> offered(enquiry, answer))
                        .orElseGet(() -> Form.of(NewPublication.class)));
    }

    private JteModel page(long id, Form form) {
        EnquiryView enquiry = enquiries.get(id);
        Page page = pages.titled("publish.title", enquiry.number());
        List<Option> topics = documents.topics(Time.today(clock)).stream()
                .map(topic -> new Option(topic.code(), topic.name(page.language())))
                .toList();
        Form complete = form.requiring("zhTitle")
                .requiring("zhAnswer")
                .requiring("enTitle")
                .requiring("enAnswer")
                .options("questionTopic", topics)
                .options("questionAudience", Option.of(page, "library.for.", Audience.values()));
        Stream<String> typed = NewPublication.TEXTS.stream().map(form::value);
        return new StaticTemplates()
                .enquiryPublishForm(
                        page,
                        new PublicationSheet(
                                enquiry,
                                answers.newest(enquiry).orElse(null),
                                publications.find(id).orElse(null),
                                complete,
                                Telltales.in(typed)));
    }

    private Form offered(EnquiryView enquiry, MessageView answer) {
        NewPublication.Said said = texts.offered(enquiry, answer);
        String code = enquiry.language().code();
        String topic = enquiry.work().topic();
        if (topic == null) {
            topic = suggestions
                    .of(
                            said.title(),
                            said.question(),
                            enquiry.language(),
                            enquiry.unit().id())
                    .stream()
                    .findFirst()
                    .orElse("");
        }
        String audience = enquiry.work().audience();
        return Form.of(NewPublication.class)
                .with("answerId", answer.id())
                .with(code + "Title", said.title())
                .with(code + "Question", said.question())
                .with(code + "Answer", said.answer())
                .with("questionTopic", topic)
                .with("questionAudience", audience == null || audience.equals("ALL") ? "EVERYBODY" : audience);
    }

    @POST
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = BODY,
            audited = true)
    public Response publish(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewPublication.class)
                .again(failed -> page(id, failed))
                .run(wanted -> {
                    publications.publish(id, wanted);
                    return forms.done(
                            "/desk/enquiries/" + id, wanted.later() ? "publish.done.kept" : "publish.done.submitted");
                });
    }
}
