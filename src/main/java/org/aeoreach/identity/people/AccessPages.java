package org.aeoreach.identity.people;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.mail.Failures;
import org.aeoreach.organization.people.Roles;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.PickerField;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPicker;
import org.aeoreach.web.picker.UnitPickers;
import org.jspecify.annotations.Nullable;

/** Inviting people, and managing how they get in. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AccessPages {

    private static final String PERSON = "people/{id: [0-9]{1,18}}/";

    @Inject
    private Invitations invitations;

    @Inject
    private PersonAccess access;

    @Inject
    private WaitingInvitations waiting;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private UnitPickers units;

    @Inject
    private Clock clock;

    @Inject
    private Pages pages;

    @Inject
    private Failures failures;

    @Inject
    private Forms forms;

    @GET
    @Path("people/new")
    @Access(roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR})
    public JteModel invitationForm(@QueryParam("unit") @Nullable Long unit) {
        return invitePage(Form.of(Invitations.Officer.class)
                .with(
                        "unitId",
                        Objects.requireNonNullElse(unit, viewer.require().unitId()))
                .with("language", "ZH")
                .with("validFrom", Time.today(clock)));
    }

    private JteModel invitePage(Form form) {
        Page page = pages.titled("identity.invite.title");
        List<Option> languages = Stream.of("ZH", "EN")
                .map(code -> new Option(code, page.t("identity.language." + code)))
                .toList();
        Form complete =
                form.options("language", languages).options("role", Option.of(page, "scope.role.", grantable()));
        return new StaticTemplates().identityInvite(page, complete, unit(form));
    }

    /** What the viewer may grant; whether it fits the unit is checked when it is granted. */
    private Role[] grantable() {
        boolean everywhere = viewer.require().orgPath().equals("0000.");
        return Roles.grantableBy(viewer.require()).stream()
                .filter(role -> everywhere || role != Role.GACC_OFFICER)
                .toArray(Role[]::new);
    }

    private UnitPicker unit(Form form) {
        String error = form.error("unitId");
        String chosen = form.value("unitId");
        PickerField field =
                PickerField.of("unitId", "identity.field.unitId").mandatory().error(error == null ? "" : error);
        return units.field(field, Reach.MINE, chosen.matches("[0-9]{1,18}") ? Long.valueOf(chosen) : null);
    }

    @GET
    @Path("people/invitations")
    @Access(roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR})
    public JteModel invitations() {
        return new StaticTemplates().identityInvitations(pages.titled("identity.invitations.title"), waiting.list());
    }

    @POST
    @Path("people")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            body = 8192,
            audited = true)
    public Response invite(Form form) {
        return forms.submit(form, Invitations.Officer.class)
                .again(this::invitePage)
                .run(officer -> forms.done(
                        "/desk/people/" + invitations.officer(officer) + "/access", "identity.done.invited"));
    }

    @GET
    @Path(PERSON + "access")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE)
    public JteModel access(@PathParam("id") long id) {
        PersonAccess.State state = access.state(id);
        Page page = pages.titled("identity.access.title");
        return new StaticTemplates()
                .identityAccess(
                        page,
                        state,
                        state.invitationOver(clock.instant()),
                        failures.of(state.person().mail()));
    }

    /** Mail goes to his address again. */
    @POST
    @Path(PERSON + "mail-again")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response writeAgain(@PathParam("id") long id) {
        access.writeAgain(id);
        return forms.done("/desk/people/" + id + "/access", "identity.done.written-again");
    }

    @POST
    @Path(PERSON + "invitation")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response inviteAgain(@PathParam("id") long id) {
        access.invite(id);
        return done(id, "identity.done.invited");
    }

    @POST
    @Path(PERSON + "invitation/withdrawal")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response withdraw(@PathParam("id") long id) {
        access.withdraw(id);
        return done(id, "identity.done.withdrawn");
    }

    @POST
    @Path(PERSON + "suspension")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response suspend(@PathParam("id") long id) {
        access.suspend(id);
        return done(id, "identity.done.suspended");
    }

    @POST
    @Path(PERSON + "suspension/end")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response resume(@PathParam("id") long id) {
        access.resume(id);
        return done(id, "identity.done.resumed");
    }

    @POST
    @Path(PERSON + "password-reset")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response sendReset(@PathParam("id") long id) {
        access.sendReset(id);
        return done(id, "identity.done.reset-sent");
    }

    @POST
    @Path(PERSON + "second-factor/reset")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response resetSecondFactor(@PathParam("id") long id) {
        access.resetSecondFactor(id);
        return done(id, "identity.done.factor-removed");
    }

    @POST
    @Path(PERSON + "sessions/end")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response signOut(@PathParam("id") long id) {
        access.signOut(id);
        return done(id, "identity.done.sessions-ended");
    }

    private Response done(long id, String key) {
        return forms.done("/desk/people/" + id + "/access", key);
    }
}
