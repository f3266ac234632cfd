package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.platform.Problem;

/** Tells an enterprise who its coordinator is, in the language of whoever acts for it. */
@ApplicationScoped
public class CoordinatorLetter {

    @Inject
    private Enterprises enterprises;

    @Inject
    private Officers officers;

    @Inject
    private EnterpriseMail mail;

    /**
     * Writes to those who administer the enterprise, or to its address on file when nobody does; to nobody while it is
     * suspended or has no address.
     *
     * @return how many letters were written
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int tell(long enterpriseId, long coordinator) {
        EnterpriseView enterprise = enterprises.get(enterpriseId);
        if (enterprise.suspendedAt() != null) {
            return 0;
        }
        Officers.Facts officer =
                officers.facts(coordinator, enterprise.orgPath()).orElseThrow(Problem::notFound);
        List<EnterpriseMail.Addressee> all = mail.responsible(enterprise);
        for (EnterpriseMail.Addressee to : all) {
            mail.send(
                    "enterprise-coordinator",
                    to,
                    enterprise.orgPath(),
                    language -> Map.of(
                            "enterprise", language.pick(enterprise.nameZh(), enterprise.nameEn()),
                            "coordinator", language.pick(officer.nameZh(), officer.nameEn()),
                            "mail", officer.mail(),
                            "house", language.pick(enterprise.unitZh(), enterprise.unitEn()),
                            "page", "/portal/my"));
        }
        return all.size();
    }
}
