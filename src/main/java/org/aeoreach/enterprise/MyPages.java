package org.aeoreach.enterprise;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.enterprise.delegation.DelegationView;
import org.aeoreach.enterprise.delegation.Delegations;
import org.aeoreach.enterprise.member.Members;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;

/** The first page of somebody who acts for an enterprise: what waits, his house, his enterprise. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MyPages {

    @Inject
    private Enterprises enterprises;

    @Inject
    private MyTasks tasks;

    @Inject
    private Delegations delegations;

    @Inject
    private Members members;

    @Inject
    private UnitDirectory units;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    /** All that the page shows. @param users how many people act for the enterprise; -1 where that is not shown */
    public record Mine(
            EnterpriseView enterprise,
            Viewer.Enterprise acting,
            UnitView house,
            List<Enterprises.Coordinator> coordinators,
            List<MyTasks.Task> waiting,
            List<DelegationView> held,
            long users) {

        private static final int SHOWN = 10;

        /** The most urgent of what waits. */
        public List<MyTasks.Task> first() {
            return waiting.subList(0, Math.min(SHOWN, waiting.size()));
        }

        /** How many more wait. */
        public int more() {
            return waiting.size() - first().size();
        }
    }

    @GET
    @Path("my")
    @Access(roles = Role.ENTERPRISE_USER)
    public JteModel my() {
        Viewer.Enterprise acting = viewer.require().enterprise();
        if (acting == null) {
            throw Problem.notFound();
        }
        EnterpriseView enterprise = enterprises.mine();
        long users = acting.represented() ? -1 : members.current(enterprise.id());
        Mine mine = new Mine(
                enterprise,
                acting,
                units.get(enterprise.unitId()),
                enterprises.coordinators(),
                tasks.list(acting),
                delegations.held(),
                users);
        return new StaticTemplates().enterpriseMy(pages.titled("organization.my.title"), mine);
    }
}
