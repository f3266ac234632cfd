package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Which account a person the provider vouches for has here, and as whom the provider knows a person of ours. */
@ApplicationScoped
public class ExternalAccounts {

    private static final String COLUMNS =
            "select id, issuer, shown_as, bound_at, last_used_at, org_path from external_identity ";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    private record Match(long account, String orgPath, boolean boundNow) {}

    /** The account of the person; the first time, it is bound to him. */
    @Transactional
    Optional<Long> account(IdToken person) {
        Query query = em.createNativeQuery("select account_id, org_path, bound_now from provider_account(?, ?,"
                        + " cast(? as text), cast(? as text), ?)")
                .setParameter(1, person.issuer())
                .setParameter(2, person.subject())
                .setParameter(3, person.login())
                .setParameter(4, person.mail())
                .setParameter(5, person.shownAs());
        Optional<Match> match = Rows.one(query, row -> new Match(row.id(0), row.text(1), row.flag(2)));
        match.filter(Match::boundNow).ifPresent(found -> recordBinding(found, person));
        return match.map(Match::account);
    }

    /** Nobody is signed in yet: the entry is made in the name of the person for whom the provider vouched. */
    private void recordBinding(Match match, IdToken person) {
        em.createNativeQuery("select set_config('app.account', ?, true)")
                .setParameter(1, Long.toString(match.account()))
                .getSingleResult();
        Changes changes = Changes.none().with("issuer", person.issuer()).with("shownAs", person.shownAs());
        audit.record(
                "identity.bind-provider", new AuditTrail.Subject("account", match.account(), match.orgPath()), changes);
    }

    /** As whom providers know the person; nothing when he never came from one. */
    @Transactional
    public List<ExternalIdentity> of(long account) {
        Query query = em.createNativeQuery(COLUMNS + "where account_id = ? order by id")
                .setParameter(1, account);
        return Rows.list(query, ExternalAccounts::identity);
    }

    /**
     * Forgets as whom a provider knows the person: the next sign-in from there is matched anew.
     *
     * @throws Problem 404 when there is no such binding, or the viewer may not change what is the person's
     */
    @Transactional
    public void unbind(long account, long id) {
        Query query = em.createNativeQuery(COLUMNS + "where account_id = ? and id = ?")
                .setParameter(1, account)
                .setParameter(2, id);
        Rows.Row row = Rows.one(query, found -> found).orElseThrow(Problem::notFound);
        int gone = em.createNativeQuery("delete from external_identity where id = ?")
                .setParameter(1, id)
                .executeUpdate();
        if (gone == 0) {
            throw Problem.notFound();
        }
        ExternalIdentity bound = identity(row);
        Changes changes = Changes.none().with("issuer", bound.issuer(), null).with("shownAs", bound.shownAs(), null);
        audit.record("identity.unbind-provider", new AuditTrail.Subject("account", account, row.text(5)), changes);
    }

    private static ExternalIdentity identity(Rows.Row row) {
        return new ExternalIdentity(row.id(0), row.text(1), row.text(2), row.instant(3), row.instant(4));
    }
}
