/**
 * Units, people and substitutions against the real server: what their rules allow and refuse, over REST as a client
 * meets them, and by the entities alone where no server is needed.
 */
@NullMarked
package org.aeoreach.organization;

import org.jspecify.annotations.NullMarked;
