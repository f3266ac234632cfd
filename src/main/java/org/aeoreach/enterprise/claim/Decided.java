package org.aeoreach.enterprise.claim;

import java.util.Objects;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.Welcome;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A claim that has just been decided.
 *
 * @param accountId the account that administers the enterprise now, or null when the claim was refused
 * @param made whether that account is new
 */
record Decided(
        long claimId,
        long enterpriseId,
        String orgPath,
        @Nullable Long accountId,
        boolean made) {

    static final String COLUMNS = "select claim_id, enterprise_id, org_path, account_id, made from ";

    static Decided of(Rows.Row row) {
        return new Decided(row.id(0), row.id(1), row.text(2), row.idOrNull(3), row.flag(4));
    }

    Welcome.Newcomer newcomer(Addressee person) {
        return new Welcome.Newcomer(Objects.requireNonNull(accountId), made, person);
    }
}
