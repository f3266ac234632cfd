package org.aeoreach.training.certificate;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.platform.Configuration;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Certificates for officers: those of a session, one, and all of them to be printed at once. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CertificatePages {

    private static final String OF = "{id: [0-9]{1,18}}/certificates";

    @Inject
    private Certificates certificates;

    @Inject
    private AfterSessions sessions;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Configuration configuration;

    @Inject
    private Pages pages;

    @GET
    @Path(OF)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel list(@PathParam("id") long id, @BeanParam Paging paging) {
        TrainingView training = sessions.get(id);
        Page plain = pages.titled("certificate.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return new StaticTemplates()
                .trainingCertificateList(
                        page,
                        training,
                        tabs.of(training, CertificateTab.NAME),
                        certificates.of(id, paging.afterId(0), paging.limit()));
    }

    /** All that are valid, each on a sheet of its own. */
    @GET
    @Path(OF + "/print")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT)
    public JteModel print(@PathParam("id") long id, @BeanParam Paging paging) {
        Slice<CertificateView> found = certificates.valid(id, paging.afterId(0), Paging.MOST);
        return printed(found, "/desk/trainings/" + id + "/certificates");
    }

    @GET
    @Path("certificates/{certificate: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("certificate") long id) {
        CertificateView found = certificates.get(id);
        return printed(
                new Slice<>(List.of(found), null), "/desk/trainings/" + found.session() + "/" + CertificateTab.NAME);
    }

    /** @param back where who has printed goes on */
    JteModel printed(Slice<CertificateView> found, String back) {
        Page page = pages.titled("certificate.title");
        return new StaticTemplates()
                .trainingCertificatePrint(
                        page, found.map(each -> CertificateSheet.of(each, page, configuration.baseUrl())), back);
    }
}
