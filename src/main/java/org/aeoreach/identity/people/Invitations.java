package org.aeoreach.identity.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.AccountLetters;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.link.Purpose;
import org.aeoreach.identity.link.SingleUse;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.organization.people.Roles;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/** Brings people in: an account, a role, and a link by mail with which they choose their password. */
@ApplicationScoped
public class Invitations {

    /** Letters, figures and a few marks; compared without regard to capitals. */
    public static final String LOGIN = "[A-Za-z0-9][A-Za-z0-9._@+-]{2,63}";

    private static final String ACCOUNT = "insert into account (id, kind, login, name_zh, name_en, mail, language,"
            + " unit_id, org_path) values (?, 'OFFICER', ?, ?, ?, ?, ?, ?, ?)";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Roles roles;

    @Inject
    private Accounts accounts;

    @Inject
    private SingleUse tokens;

    @Inject
    private AccountLetters letters;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /**
     * An officer to be.
     *
     * @param unitId his home, in which he holds the role from that day on
     */
    public record Officer(
            @NotBlank @Pattern(regexp = LOGIN) @Size(max = 64)
            String login,

            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @NotBlank @Email @Size(max = 254) String mail,
            @NotNull Language language,
            @NotNull Long unitId,
            @NotNull Role role,
            @NotNull LocalDate validFrom) {}

    private record Home(long id, String orgPath) {}

    /**
     * Invites an officer into a unit of the viewer's range.
     *
     * @return the id of the account
     * @throws Problem 400 when the login is taken, the unit is not the viewer's, or the role does not fit it
     */
    @Transactional
    public long officer(Officer officer) {
        requireFree(officer.login());
        MailAddress.of("mail", officer.mail());
        Home home = home(officer.unitId());
        long id =
                ((Number) em.createNativeQuery("select nextval('account_seq')").getSingleResult()).longValue();
        em.createNativeQuery(ACCOUNT)
                .setParameter(1, id)
                .setParameter(2, officer.login())
                .setParameter(3, officer.nameZh())
                .setParameter(4, officer.nameEn())
                .setParameter(5, officer.mail())
                .setParameter(6, officer.language().code())
                .setParameter(7, home.id())
                .setParameter(8, home.orgPath())
                .executeUpdate();
        roles.grant(id, new Roles.Grant(officer.role(), home.id(), officer.validFrom(), null));
        invite(accounts.get(id));
        return id;
    }

    private void requireFree(String login) {
        if (accounts.byLogin(login).isPresent()) {
            throw Problem.invalid("login", "identity.invalid.login-taken");
        }
    }

    private Home home(long unit) {
        Query query = em.createNativeQuery("select id, org_path from unit where id = ? and closed_on is null")
                .setParameter(1, unit);
        return Rows.one(query, row -> new Home(row.id(0), row.text(1)))
                .filter(home -> viewer.require().covers(home.orgPath()))
                .orElseThrow(() -> Problem.invalid("unitId", "organization.invalid.unit"));
    }

    /** For rooms that make accounts themselves: invites the person unless he has a password already. */
    @Transactional
    public void welcome(long accountId) {
        Account account = accounts.get(accountId);
        if (account.hash() == null && !account.suspended()) {
            invite(account);
        }
    }

    /**
     * Sends the person the link to his first password, once more if need be; the links sent before go on to work until
     * one of them is used.
     *
     * @throws Problem 409 when he has a password already or is suspended
     */
    @Transactional
    public void invite(Account account) {
        if (account.hash() != null || account.suspended()) {
            throw new Problem(409, "identity.problem.not-to-invite");
        }
        String token = tokens.issue(Purpose.INVITATION, account.id(), null).text();
        letters.send("identity-invitation", account, Map.of("login", account.login(), "link", "/invitation/" + token));
        audit.record(
                "identity.invite", Accounts.subject(account), Changes.none().with("login", account.login()));
    }
}
