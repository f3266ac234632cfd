/**
 * Entering an enterprise into the registry and changing its particulars: by hand, one at a time.
 *
 * <p>Numbers are verified before they are kept; a name or a unit is changed from a day on, and what was before stays.
 * A transfer moves the enterprise with its people to another unit through {@code transfer_enterprise}, the one way
 * across scope. Whether a number is registered anywhere is answered in a word, without telling where. Imports of whole
 * files are another room.
 */
@NullMarked
package org.aeoreach.enterprise.registration;

import org.jspecify.annotations.NullMarked;
