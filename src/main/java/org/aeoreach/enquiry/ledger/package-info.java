/**
 * Answers as contacts: each one that has gone out is noted in the ledger once, for the enterprise that asked.
 *
 * <p>Offers nothing; the thread writes down what is to be noted, a tick finds what has gone, and a job notes it under the
 * scope of who answered. One that was taken back, or whose letter no server took, is no contact. This package must not
 * know how answers are written.
 */
@NullMarked
package org.aeoreach.enquiry.ledger;

import org.jspecify.annotations.NullMarked;
