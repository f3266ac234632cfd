package org.aeoreach.enterprise.lookup;

import java.util.List;

/**
 * What another room found.
 *
 * @param kind such as {@code enquiry}
 * @param more whether there are more than were asked for
 * @param list address of all of it
 */
public record Also(String kind, String titleKey, List<FoundElsewhere.Line> lines, boolean more, String list) {}
