package org.aeoreach.library.take;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;

/** How the files of the library were taken in: what was left out, and what no longer follows its file. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class LoadPages {

    @Inject
    private LoadReports reports;

    @Inject
    private Pages pages;

    @GET
    @Path("library/files")
    @Access(
            roles = {Role.GACC_OFFICER, Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR},
            limit = Limit.SEARCH)
    public JteModel files() {
        return new StaticTemplates().libraryDeskFiles(pages.titled("library.files.title"), reports.last());
    }
}
