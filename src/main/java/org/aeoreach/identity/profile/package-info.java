/**
 * My profile: a person's particulars, password, second factor and sessions, managed by himself.
 *
 * <p>Officers and enterprise users share these pages. Whatever weakens the way in asks for the password once more.
 */
@NullMarked
package org.aeoreach.identity.profile;

import org.jspecify.annotations.NullMarked;
