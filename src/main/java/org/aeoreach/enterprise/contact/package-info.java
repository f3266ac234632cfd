/**
 * People to talk to at an enterprise or a partner organisation: who they are, how they want to be reached, and by what
 * right customs keeps that.
 *
 * <p>A person belongs to exactly one of the two. Consent is kept with its day and the version of the words agreed to; it
 * can be withdrawn, and then a person kept by consent is not contacted any more. Who leaves is ended, not deleted.
 * Erasing a person and telling him what is kept are another room.
 */
@NullMarked
package org.aeoreach.enterprise.contact;

import org.jspecify.annotations.NullMarked;
