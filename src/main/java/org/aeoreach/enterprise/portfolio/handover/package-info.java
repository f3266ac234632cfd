/**
 * A portfolio passed from one officer to another at once, and taken back.
 *
 * <p>Each enterprise goes with a brief: text made at that moment and kept as it was, in both languages, so that a later
 * reader sees what the new coordinator was told. The enterprise is told who it is in the same transaction. A handover of
 * any size is one transaction, made as a whole and undone as a whole or not at all: what was changed since is named. A
 * large one is the work of a job, which starts anew when it is cut short. What other rooms have to say in a brief comes by
 * {@link org.aeoreach.enterprise.portfolio.handover.BriefSource}.
 */
@NullMarked
package org.aeoreach.enterprise.portfolio.handover;

import org.jspecify.annotations.NullMarked;
