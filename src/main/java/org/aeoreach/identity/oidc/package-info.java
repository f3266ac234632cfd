/**
 * Sign-in by the administration's own identity provider (OpenID Connect, authorization code with PKCE), where one is
 * configured.
 *
 * <p>It says who somebody is, nothing more: an account must be there already, found by the subject bound to it or, the
 * first time, by the configured claim; roles are never made from what a provider says. Outbound requests go to the
 * configured issuer and the hosts named beside it, over HTTPS except to this machine, with limits on time and size.
 * What a sign-in under way must remember is a seed in a cookie and one row, used once within ten minutes, so that any
 * node can serve the return. This package must not know what a session looks like.
 */
@NullMarked
package org.aeoreach.identity.oidc;

import org.jspecify.annotations.NullMarked;
