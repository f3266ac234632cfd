package org.aeoreach.outreach;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Option;

/** The known subjects a contact can be about, while somebody types: a part of a page. */
@Path("/desk/pick")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SubjectPages {

    @Inject
    private Subjects subjects;

    @Inject
    private Pages pages;

    /** All of them for an empty text; by number, title in the reader's language, or part of the standard. */
    @GET
    @Path("subjects")
    @Access(value = Access.Who.OFFICERS, limit = Limit.PICK)
    public JteModel subjects(@QueryParam("q") @DefaultValue("") String text) {
        Page page = pages.titled("outreach.field.about");
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Option> found = subjects.options(page, subject -> subject.topic().value()).stream()
                .filter(option -> meant(option, wanted))
                .toList();
        return new StaticTemplates().outreachSubjectlist(page, found);
    }

    private static boolean meant(Option option, String wanted) {
        if (wanted.matches("[0-9]+")) {
            return option.label().startsWith(wanted + " ");
        }
        return option.label().toLowerCase(Locale.ROOT).contains(wanted)
                || (option.group() != null
                        && option.group().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
