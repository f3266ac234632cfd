/**
 * What the registry itself tells of the history of an enterprise: the steps of its journey, its credit grades
 * and the letters to its people.
 *
 * <p>Each is a source of {@code web.timeline}; contacts, audit and later rooms bring theirs. Days without a time stand at
 * noon and are shown as days. This package only reads.
 */
@NullMarked
package org.aeoreach.enterprise.history;

import org.jspecify.annotations.NullMarked;
