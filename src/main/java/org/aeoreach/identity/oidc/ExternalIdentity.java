package org.aeoreach.identity.oidc;

import java.time.Instant;

/**
 * As whom a provider knows a person.
 *
 * @param shownAs the name by which people know him there
 */
public record ExternalIdentity(long id, String issuer, String shownAs, Instant boundAt, Instant lastUsedAt) {}
