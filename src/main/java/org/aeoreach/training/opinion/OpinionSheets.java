package org.aeoreach.training.opinion;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.GuestVisit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The form on which somebody says what he thinks of a session, whatever opened it. */
@ApplicationScoped
public class OpinionSheets {

    @Inject
    private Opinions opinions;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What the page shows. */
    public record Asked(
            GuestVisit visit, Opinions.Own own, List<Opinions.Trainer> trainers, List<Option> ratings, Form form) {}

    JteModel page(GuestVisit visit) {
        Opinions.Own own = opinions.own(visit.key());
        Form form = Form.of(Said.class)
                .with("contentRating", own.content())
                .with("trainersRating", own.trainers())
                .with("valueRating", own.value())
                .with("opinionWords", own.words());
        for (Map.Entry<Long, Integer> rating : own.ratings().entrySet()) {
            form = form.with("t" + rating.getKey(), rating.getValue());
        }
        return page(visit, form);
    }

    private JteModel page(GuestVisit visit, Form form) {
        Page plain = pages.titled("opinion.title");
        Page page = pages.page(plain.pick(visit.guest().titleZh(), visit.guest().titleEn()));
        List<Option> ratings = Stream.of("5", "4", "3", "2", "1")
                .map(each -> new Option(each, page.t("opinion.rating." + each)))
                .toList();
        Form offered = form.options("contentRating", ratings)
                .options("trainersRating", ratings)
                .options("valueRating", ratings);
        Asked asked = new Asked(
                visit,
                opinions.own(visit.key()),
                opinions.trainers(visit.guest().session()),
                ratings,
                offered);
        return new StaticTemplates().trainingOpinionAsk(page, asked);
    }

    Response give(GuestVisit visit, Form form) {
        return forms.submit(form, Said.class)
                .again(failed -> page(visit, failed))
                .run(said -> {
                    opinions.give(visit, said, ratings(form));
                    return forms.done(visit.key().back(), "opinion.done.given");
                });
    }

    private static Map<Long, Integer> ratings(Form form) {
        return form.names().stream()
                .filter(name -> name.matches("t[0-9]{1,18}") && form.value(name).matches("[1-5]"))
                .collect(Collectors.toMap(
                        name -> Long.valueOf(name.substring(1)), name -> Integer.valueOf(form.value(name))));
    }
}
