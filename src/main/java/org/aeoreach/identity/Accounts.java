package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;

/** Finds accounts before anybody is signed in. */
@ApplicationScoped
public class Accounts {

    private static final String COLUMNS = "select account_id, kind, login, name_zh, name_en, mail, language, org_path,"
            + " suspended, hash, set_at, second_factor from ";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Transactional
    public Optional<Account> byLogin(String login) {
        return one(em.createNativeQuery(COLUMNS + "sign_in_account(?)").setParameter(1, login));
    }

    /** @throws Problem 404 when there is none */
    @Transactional
    public Account get(long id) {
        return one(em.createNativeQuery(COLUMNS + "account_facts(?)").setParameter(1, id))
                .orElseThrow(Problem::notFound);
    }

    /** Who may be meant by somebody who has forgotten his password: by login or mail address, five at most. */
    @Transactional
    public List<Account> forgotten(String loginOrMail) {
        Query query = em.createNativeQuery("select f.* from forgotten_accounts(?) a" + " cross join lateral (" + COLUMNS
                        + "account_facts(a.account_id)) f")
                .setParameter(1, loginOrMail);
        return Rows.list(query, Accounts::account);
    }

    /**
     * What this transaction records from now on is this person's doing, although he is not signed in: he has proved
     * who he is by a password or a link.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void actAs(Account account) {
        em.createNativeQuery("select set_config('app.account', ?, true)")
                .setParameter(1, Long.toString(account.id()))
                .getSingleResult();
    }

    /** What audit entries about this person name. */
    public static AuditTrail.Subject subject(Account account) {
        return new AuditTrail.Subject("account", account.id(), account.orgPath());
    }

    private static Optional<Account> one(Query query) {
        return Rows.one(query, Accounts::account);
    }

    private static Account account(Rows.Row row) {
        Language language = Language.of(row.text(6));
        return new Account(
                row.id(0),
                Viewer.Kind.valueOf(row.text(1)),
                row.text(2),
                row.text(3),
                row.textOrNull(4),
                row.text(5),
                language == null ? Language.ZH : language,
                row.text(7),
                row.flag(8),
                row.textOrNull(9),
                row.instantOrNull(10),
                Boolean.TRUE.equals(row.columns()[11]));
    }
}
