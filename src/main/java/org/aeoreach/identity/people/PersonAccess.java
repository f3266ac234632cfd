package org.aeoreach.identity.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.link.ResetLinks;
import org.aeoreach.identity.secondfactor.SecondFactors;
import org.aeoreach.mail.Failures;
import org.aeoreach.organization.people.People;
import org.aeoreach.organization.people.PersonView;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/** How a person gets in, as his administrator sees and manages it. */
@ApplicationScoped
public class PersonAccess {

    /** Who holds one of these is managed by the system administrator alone: he must not be shut out by those he watches. */
    private static final Set<Role> CENTRAL = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Failures failures;

    @Inject
    private People people;

    @Inject
    private Accounts accounts;

    @Inject
    private Invitations invitations;

    @Inject
    private ResetLinks resets;

    @Inject
    private SecondFactors factors;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * How a person gets in.
     *
     * @param passwordSetAt null while he has none
     * @param invitedAt when the newest open invitation was sent, or null
     * @param sessions browsers he is signed in with now
     * @param manageable whether the viewer may change any of this
     */
    public record State(
            PersonView person,
            @Nullable Instant passwordSetAt,
            boolean secondFactor,
            @Nullable Instant invitedAt,
            @Nullable Instant invitationExpiresAt,
            long sessions,
            @Nullable Instant lastSeenAt,
            boolean manageable) {

        public boolean suspended() {
            return person.suspendedAt() != null;
        }

        /** Invited, but the link works no longer. */
        public boolean invitationOver(Instant now) {
            return passwordSetAt == null && invitationExpiresAt != null && invitationExpiresAt.isBefore(now);
        }
    }

    /** @throws Problem 404 when he is not in the viewer's range */
    @Transactional
    public State state(long id) {
        PersonView person = people.get(id);
        Query query = em.createNativeQuery("select password_set_at, second_factor, invited_at, invitation_expires_at,"
                        + " sessions, last_seen_at from access_of(?)")
                .setParameter(1, id);
        return Rows.one(
                        query,
                        row -> new State(
                                person,
                                row.instantOrNull(0),
                                Boolean.TRUE.equals(row.columns()[1]),
                                row.instantOrNull(2),
                                row.instantOrNull(3),
                                row.id(4),
                                row.instantOrNull(5),
                                manageable(person)))
                .orElseThrow(Problem::notFound);
    }

    /** Mail goes to his address again, though it failed. @throws Problem 409 when nothing bars it */
    @Transactional
    public void writeAgain(long id) {
        Account account = manage(id);
        if (!failures.lift(people.get(id).mail())) {
            throw new Problem(409, "identity.problem.mail-flows");
        }
        audit.record("identity.write-again", Accounts.subject(account), Changes.none());
    }

    /** Sends the invitation once more. @throws Problem 409 when he has a password or is suspended */
    @Transactional
    public void invite(long id) {
        invitations.invite(manage(id));
    }

    /** Makes the links sent so far useless. @throws Problem 409 when there is none */
    @Transactional
    public void withdraw(long id) {
        Account account = manage(id);
        Object found = em.createNativeQuery("select withdraw_invitation(?)")
                .setParameter(1, id)
                .getSingleResult();
        if (!Boolean.TRUE.equals(found)) {
            throw new Problem(409, "identity.problem.no-invitation");
        }
        audit.record("identity.withdraw-invitation", Accounts.subject(account), Changes.none());
    }

    /** Shuts the person out at once: his sessions end with this transaction. */
    @Transactional
    public void suspend(long id) {
        Account account = manage(id);
        if (account.suspended()) {
            throw new Problem(409, "identity.problem.suspended");
        }
        Instant now = clock.instant();
        setSuspended(id, now);
        em.createNativeQuery("select 1 from end_access(?)").setParameter(1, id).getSingleResult();
        audit.record(
                "identity.suspend", Accounts.subject(account), Changes.none().with("suspendedAt", now));
    }

    @Transactional
    public void resume(long id) {
        Account account = manage(id);
        if (!account.suspended()) {
            throw new Problem(409, "identity.problem.not-suspended");
        }
        setSuspended(id, null);
        audit.record("identity.resume", Accounts.subject(account), Changes.none());
    }

    private void setSuspended(long id, @Nullable Instant at) {
        em.createNativeQuery(
                        "update account set suspended_at = cast(? as timestamptz), version = version + 1 where id = ?")
                .setParameter(1, at == null ? null : at.atOffset(ZoneOffset.UTC).toString())
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Sends him a link to another password. @throws Problem 409 when he is suspended */
    @Transactional
    public void sendReset(long id) {
        Account account = manage(id);
        if (account.suspended()) {
            throw new Problem(409, "identity.problem.suspended");
        }
        resets.send(account);
        audit.record("identity.send-reset", Accounts.subject(account), Changes.none());
    }

    /** For somebody who has lost authenticator and recovery codes; he is told by mail. */
    @Transactional
    public void resetSecondFactor(long id) {
        factors.remove(manage(id), "identity.reset-second-factor");
    }

    /** Ends his sessions without shutting him out. */
    @Transactional
    public void signOut(long id) {
        Account account = manage(id);
        em.createNativeQuery("select 1 from end_access(?)").setParameter(1, id).getSingleResult();
        audit.record("identity.end-sessions", Accounts.subject(account), Changes.none());
    }

    /** @throws Problem 404 outside the viewer's range, 403 when he is managed centrally, 409 for the viewer himself */
    private Account manage(long id) {
        PersonView person = people.get(id);
        Account account = accounts.get(id);
        if (!viewer.require().covers(account.orgPath())) {
            throw Problem.notFound();
        }
        if (id == viewer.require().accountId()) {
            throw new Problem(409, "identity.problem.not-yourself");
        }
        if (!manageable(person)) {
            throw Problem.forbidden();
        }
        return account;
    }

    private boolean manageable(PersonView person) {
        boolean central =
                person.roles().stream().anyMatch(held -> held.validTo() == null && CENTRAL.contains(held.role()));
        Role mine = viewer.require().role();
        boolean administrator = mine == Role.SYSTEM_ADMINISTRATOR || mine == Role.UNIT_ADMINISTRATOR;
        return administrator
                && person.id() != viewer.require().accountId()
                && (!central || mine == Role.SYSTEM_ADMINISTRATOR);
    }
}
