package org.aeoreach.training.knowledge;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.GuestVisit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The page of somebody's check, whatever opened it. */
@ApplicationScoped
public class CheckSheets {

    @Inject
    private Checks checks;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What is sent besides the answers. */
    public record Given(@NotNull CheckStage stage) {}

    /** What the page shows. */
    public record Shown(GuestVisit visit, CheckState state, List<AskedQuestion> questions, Form form) {}

    JteModel page(GuestVisit visit) {
        return page(visit, Form.of(Given.class));
    }

    private JteModel page(GuestVisit visit, Form form) {
        Page plain = pages.titled("knowledge.title");
        Page page = pages.page(plain.pick(visit.guest().titleZh(), visit.guest().titleEn()));
        Shown shown = new Shown(visit, checks.state(visit.key()), checks.questions(visit.key()), form);
        return new StaticTemplates().trainingKnowledgeCheck(page, shown);
    }

    Response give(GuestVisit visit, Form form) {
        return forms.submit(form, Given.class)
                .again(failed -> page(visit, failed))
                .run(given -> {
                    checks.give(visit, given.stage(), answers(form));
                    return forms.done(visit.key().home() + "/check", "knowledge.done.given");
                });
    }

    private static Map<Long, Integer> answers(Form form) {
        return form.names().stream()
                .filter(name -> name.matches("q[0-9]{1,18}") && form.value(name).matches("[0-9]"))
                .collect(Collectors.toMap(
                        name -> Long.valueOf(name.substring(1)), name -> Integer.valueOf(form.value(name))));
    }
}
