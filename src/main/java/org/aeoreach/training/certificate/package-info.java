/**
 * Certificates of attendance: printed by who attended, by his enterprise and by the organiser, and verified by anybody.
 *
 * <p>They are issued and revoked by triggers of the database, as attendance counts or does not; nothing here writes. A number
 * alone tells whether it is valid; whose it is learns only who has its code, which stands in the QR code. This package must
 * not know how attendance comes about.
 */
@NullMarked
package org.aeoreach.training.certificate;

import org.jspecify.annotations.NullMarked;
