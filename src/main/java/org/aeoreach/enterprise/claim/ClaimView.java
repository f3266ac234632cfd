package org.aeoreach.enterprise.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says he acts for an enterprise that has no users yet.
 *
 * @param way how it was to be confirmed
 * @param checked how an officer checked who the person is; null while it waits and when a link decided
 * @param note what exactly he checked; with a refusal, why
 * @param accountId the account that became the enterprise's administrator, or null
 */
public record ClaimView(
        long id,
        long enterpriseId,
        @Nullable String customsCode,
        String enterpriseZh,
        @Nullable String enterpriseEn,
        String unitZh,
        @Nullable String unitEn,
        String name,
        String mail,
        String statement,
        Way way,
        Status status,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable Long decidedBy,
        @Nullable String decidedByZh,
        @Nullable String decidedByEn,
        @Nullable Check checked,
        @Nullable String note,
        @Nullable Long accountId,
        String orgPath,
        long version) {

    /** How it is to be confirmed: by a link to the address on file, or by an officer of the house. */
    public enum Way {
        MAIL,
        OFFICER
    }

    /** Where it stands; superseded when another claim to the same enterprise was confirmed. */
    public enum Status {
        WAITING,
        CONFIRMED,
        REFUSED,
        SUPERSEDED
    }

    /** How an officer checks who somebody is. */
    public enum Check {
        /** He saw the business licence and the letter of authorisation. */
        LICENCE,
        /** He called the number on file. */
        CALL,
        /** The person came to the counter with proof of identity. */
        COUNTER,
        /** Another way, which the note tells. */
        OTHER
    }

    public boolean waiting() {
        return status == Status.WAITING;
    }
}
