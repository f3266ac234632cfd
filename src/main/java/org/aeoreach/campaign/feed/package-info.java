/**
 * Secret links by which calendar programs read the calendar of campaigns (RFC 5545).
 *
 * <p>An officer makes a link for one of his own roles; the token in it is shown once and kept as its SHA-256. Whoever has
 * the link reads what the calendar shows that officer in that role today, and nothing once it is revoked or the role is
 * over. A feed names no enterprise. What is on which day is not decided here.
 */
@NullMarked
package org.aeoreach.campaign.feed;

import org.jspecify.annotations.NullMarked;
