/**
 * What administrators do about other people's sign-in: invite, withdraw, suspend, resume, send a link, take a lost second
 * factor away.
 *
 * <p>It offers {@link org.aeoreach.identity.people.Invitations} to the rooms above, which bring people of their own. Who
 * may see and manage whom follows from units; who holds a role that is granted centrally is managed centrally.
 */
@NullMarked
package org.aeoreach.identity.people;

import org.jspecify.annotations.NullMarked;
