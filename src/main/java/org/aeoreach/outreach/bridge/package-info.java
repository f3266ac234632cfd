/**
 * What the ledger tells the room of enterprises through its interfaces: a criterion for segments, open tasks for the work
 * list, lines for the brief at a handover, and contacts of a person who asks what is kept of him. Nothing here is known
 * to the rest of the ledger.
 */
@NullMarked
package org.aeoreach.outreach.bridge;

import org.jspecify.annotations.NullMarked;
