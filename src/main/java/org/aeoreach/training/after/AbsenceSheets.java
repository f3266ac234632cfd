package org.aeoreach.training.after;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The page on which somebody says why he did not come, whatever opened it. */
@ApplicationScoped
class AbsenceSheets {

    @Inject
    private Absences absences;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    JteModel page(GuestVisit visit) {
        return page(visit, absences.form(visit.key()));
    }

    private JteModel page(GuestVisit visit, Form form) {
        Page page = titled(visit.guest());
        Form offered = form.options("absenceReason", Option.of(page, "after.reason.", AbsenceReason.values()));
        return new StaticTemplates().trainingAfterAbsence(page, visit, offered, absences.open(visit.key()));
    }

    Page titled(Guest guest) {
        Page plain = pages.titled("session.mine");
        return pages.page(plain.pick(guest.titleZh(), guest.titleEn()));
    }

    Response say(GuestVisit visit, Form form) {
        return forms.submit(form, AbsenceForm.class)
                .again(failed -> page(visit, failed))
                .run(said -> {
                    absences.say(visit, said);
                    return forms.done(visit.key().back(), "after.done.absence");
                });
    }
}
