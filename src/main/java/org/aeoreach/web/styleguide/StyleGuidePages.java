package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** Each component in each state on one page. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class StyleGuidePages {

    @Inject
    @Any
    private Instance<StyleSection> sections;

    @Inject
    private Pages pages;

    /** A section ready to be shown. */
    public record Shown(String key, JteModel part) {}

    @GET
    @Path("styleguide")
    @Access(Access.Who.OFFICERS)
    public JteModel show() {
        Page page = pages.titled("component.style.title");
        List<Shown> shown = sections.stream()
                .sorted(Comparator.comparing(StyleSection::key))
                .map(section -> new Shown(section.key(), section.part(page)))
                .toList();
        return new StaticTemplates().webStyleguidePage(page, shown);
    }
}
