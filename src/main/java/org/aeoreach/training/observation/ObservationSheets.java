package org.aeoreach.training.observation;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The statement and the way in, whatever opened them. */
@ApplicationScoped
class ObservationSheets {

    @Inject
    private Admission admission;

    @Inject
    private Statements statements;

    @Inject
    private RoomCookie cookie;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The edition he was shown. */
    public record Accepted(@NotNull Integer edition) {}

    /** Nothing when there is nothing he observes. */
    Optional<JteModel> page(AttendeeKey key) {
        return admission.standing(key).map(seen -> new StaticTemplates()
                .trainingObservationMine(pages.titled("observation.title"), seen, statements.now(), key));
    }

    Response accept(AttendeeKey key, Form form) {
        admission.accept(key, forms.read(form, Accepted.class).edition());
        return forms.done(key.home() + "/observation", "observation.done.accepted");
    }

    Response enter(AttendeeKey key, HttpHeaders headers) {
        LinkToken mark = cookie.read(headers.getCookies()).orElseGet(LinkToken::fresh);
        String where = admission.enter(key, mark);
        return Response.seeOther(URI.create(where))
                .cookie(cookie.of(mark))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }
}
