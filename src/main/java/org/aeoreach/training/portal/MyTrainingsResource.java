package org.aeoreach.training.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.Attendee;
import org.aeoreach.training.registration.Deed;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Training on the portal, for programs of enterprises. */
@Path("/api/v1/portal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyTrainingsResource {

    private static final String OFFER = "trainings/{id: [0-9]{1,18}}";
    private static final String ONE = "training-registrations/{registration: [0-9]{1,18}}";

    @Inject
    private Offers offers;

    @Inject
    private Registrations registrations;

    @Inject
    private RateLimits limits;

    @Inject
    private CurrentViewer viewer;

    /** Sessions to come. */
    @GET
    @Path("trainings")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Slice<OfferView> offers(@BeanParam Paging paging) {
        return offers.coming(paging.afterId(0), paging.limit());
    }

    @GET
    @Path(OFFER)
    @Access(Access.Who.ANYONE)
    public OfferView offer(@PathParam("id") long id) {
        return offers.get(id);
    }

    /** Registers somebody of the enterprise. */
    @POST
    @Path(OFFER + "/registrations")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, body = 65_536, audited = true)
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
    public Response register(@PathParam("id") long id, @NotNull @Valid Attendee who) {
        offers.get(id);
        limits.take(Limit.ENQUIRY, viewer.require());
        Long enterprise = viewer.require().enterpriseId();
        if (enterprise == null) {
            throw Problem.forbidden();
        }
        RegistrationView made = registrations.register(id, enterprise, who);
        return Response.created(URI.create("/api/v1/portal/training-registrations/" + made.id()))
                .entity(made)
                .build();
    }

    /** Whom the enterprise has registered, the newest first. */
    @GET
    @Path("training-registrations")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public Slice<RegistrationView> mine(@BeanParam Paging paging) {
        return registrations.mine(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path(ONE)
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public RegistrationView one(@PathParam("registration") long id) {
        return registrations.get(id);
    }

    @POST
    @Path(ONE + "/cancellation")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    public RegistrationView cancel(@PathParam("registration") long id) {
        return registrations.act(id, Deed.CANCEL, null);
    }

    @POST
    @Path(ONE + "/acceptance")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    public RegistrationView accept(@PathParam("registration") long id) {
        return registrations.act(id, Deed.ACCEPT, null);
    }
}
