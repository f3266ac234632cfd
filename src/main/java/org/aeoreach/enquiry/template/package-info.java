/**
 * Texts for answers that come again and again, with placeholders for what differs.
 *
 * <p>A template is its unit's and serves those below it. Offers the list, the form and the text as it reads for one
 * enquiry; a placeholder for which that enquiry has no value stays in the text, and no answer leaves with one in it.
 * This package must not know how answers are sent.
 */
@NullMarked
package org.aeoreach.enquiry.template;

import org.jspecify.annotations.NullMarked;
