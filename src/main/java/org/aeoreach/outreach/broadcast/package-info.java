/**
 * Contacts with people nobody can name: live streams, fairs, articles.
 *
 * <p>A broadcast has a counted or an estimated audience of its own. It is shown beside the enterprises that were reached
 * and is never added to them, so it must not know the touchpoint.
 */
@NullMarked
package org.aeoreach.outreach.broadcast;

import org.jspecify.annotations.NullMarked;
