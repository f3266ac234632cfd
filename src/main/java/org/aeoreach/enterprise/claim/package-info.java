/**
 * How the first user of an enterprise gets in: somebody names its customs code and says who he is, and a link to the
 * address on file or an officer of its house confirms him.
 *
 * <p>Whoever asks learns nothing from the answer: not whether the code exists, whether the enterprise has users, nor
 * whether he is known. It offers the form under {@code /portal/claim} and the house's list and decision under
 * {@code /desk/enterprises/claims}.
 */
@NullMarked
package org.aeoreach.enterprise.claim;

import org.jspecify.annotations.NullMarked;
