package org.aeoreach.training.course;

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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** Questions of a course's check: a new one, another wording, asked no more. */
@Path("/desk/trainings/courses/{id: [0-9]{1,18}}/questions")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class QuestionPages {

    private static final int TEXT = 65_536;

    @Inject
    private CheckQuestions questions;

    @Inject
    private Syllabus courses;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What the form shows. @param question null for a new one */
    public record Asked(TrainingCourseView course, @Nullable CheckQuestionView question, Form form) {}

    @GET
    @Path("new")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel entering(@PathParam("id") long id) {
        return page(id, null, Form.of(NewQuestion.class));
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response enter(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewQuestion.class)
                .again(failed -> page(id, null, failed))
                .run(wanted -> {
                    questions.add(id, wanted);
                    return forms.done(SyllabusPages.HOME + "/" + id, "syllabus.done.question-added");
                });
    }

    @GET
    @Path("{question: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @PathParam("question") long question) {
        CheckQuestionView seen = questions.get(id, question);
        return page(id, seen, filled(seen));
    }

    @POST
    @Path("{question: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response change(@PathParam("id") long id, @PathParam("question") long question, Form form) {
        return forms.submit(form, NewQuestion.class)
                .again(failed -> page(id, questions.get(id, question), failed))
                .run(wanted -> {
                    questions.change(id, question, wanted);
                    return forms.done(SyllabusPages.HOME + "/" + id, "syllabus.done.question-changed");
                });
    }

    @POST
    @Path("{question: [0-9]{1,18}}/ending")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response end(@PathParam("id") long id, @PathParam("question") long question) {
        questions.end(id, question);
        return forms.done(SyllabusPages.HOME + "/" + id, "syllabus.done.question-ended");
    }

    private static Form filled(CheckQuestionView question) {
        return Form.of(NewQuestion.class)
                .with("textZh", question.textZh())
                .with("textEn", question.textEn())
                .with("optionsZh", lines(question, CheckQuestionView.Choice::zh))
                .with("optionsEn", lines(question, CheckQuestionView.Choice::en))
                .with("rightOption", question.rightOption() + 1);
    }

    private static String lines(
            CheckQuestionView question, Function<CheckQuestionView.Choice, @Nullable String> language) {
        return question.options().stream()
                .map(language)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private JteModel page(long id, @Nullable CheckQuestionView question, Form form) {
        String title = question == null ? "syllabus.questions.new" : "syllabus.questions.change";
        return new StaticTemplates()
                .trainingCourseQuestion(pages.titled(title), new Asked(courses.own(id), question, form));
    }
}
