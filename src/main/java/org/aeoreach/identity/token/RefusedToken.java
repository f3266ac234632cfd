package org.aeoreach.identity.token;

import org.aeoreach.platform.Problem;
import org.aeoreach.web.BearerToken;

/** A token that does not open what was asked for, with the error code of RFC 6750. */
final class RefusedToken extends Problem {

    private final String error;

    private RefusedToken(int status, String key, String error) {
        super(status, key);
        this.error = error;
    }

    /** No token of ours, or one that is over. Which of these is not told. */
    static RefusedToken unknown() {
        return new RefusedToken(401, "identity.problem.bad-token", "invalid_token");
    }

    /** Pages are for people with a session. */
    static RefusedToken onPage() {
        return new RefusedToken(401, "identity.problem.token-on-page", "invalid_request");
    }

    static RefusedToken readsOnly() {
        return new RefusedToken(403, "identity.problem.token-reads-only", "insufficient_scope");
    }

    @Override
    public String challenge() {
        return BearerToken.CHALLENGE + ", error=\"" + error + "\"";
    }
}
