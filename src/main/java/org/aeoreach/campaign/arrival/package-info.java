/**
 * Which policy has not arrived where: of each document that campaigns promote, how many of the enterprises in scope were
 * reached, unit by unit.
 *
 * <p>It adds up the figures of the campaigns that promote a document and reads no members, so it is as fast for the
 * country as for a house. An enterprise in scope of two campaigns that promote the same document counts in each of them,
 * and the page says so. Every number opens the list of its campaign, or the campaigns it is the sum of. It owns no table.
 */
@NullMarked
package org.aeoreach.campaign.arrival;

import org.jspecify.annotations.NullMarked;
