package org.aeoreach.web.markdown;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;

/** Shows how a text will look. Nothing is kept. */
@Path("/markdown")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MarkdownPages {

    @Inject
    private Pages pages;

    /**
     * The part below the field for htmx; for a browser without JavaScript a page with the field itself.
     *
     * @param field name of the form's field that holds the text
     */
    @POST
    @Path("preview")
    @Access(value = Access.Who.SIGNED_IN, limit = Limit.PICK, body = 256 << 10)
    public JteModel preview(
            @QueryParam("field") @DefaultValue("text") String field,
            @HeaderParam("HX-Request") @DefaultValue("") String htmx,
            MultivaluedMap<String, String> form) {
        String typed = form.getFirst(field);
        String text = Markdown.parse(field, typed == null ? "" : typed);
        var shown = MarkdownField.of(field, "component.markdown.text", text).previewed();
        var page = pages.titled("component.markdown.preview");
        return htmx.isEmpty()
                ? new StaticTemplates().webMarkdownPage(page, shown)
                : new StaticTemplates().webMarkdownPreview(page, shown);
    }
}
