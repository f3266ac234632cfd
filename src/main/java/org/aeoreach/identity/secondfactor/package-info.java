/**
 * The second factor: codes of an authenticator app (TOTP, RFC 6238) and recovery codes for the day it is lost.
 *
 * <p>The secret is encrypted by a key outside the database; each code opens once; recovery codes are shown once and kept
 * as hashes. This package must not know what a sign-in consists of besides.
 */
@NullMarked
package org.aeoreach.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
