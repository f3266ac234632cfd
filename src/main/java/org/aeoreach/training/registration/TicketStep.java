package org.aeoreach.training.registration;

import java.util.List;
import org.aeoreach.enterprise.LinkToken;

/** Something more the owner of a secret link can do; beans of this type are asked when the page of the link is shown. */
public interface TicketStep {

    /**
     * A way on from that page.
     *
     * @param label message key of what is done there
     * @param path below the page of the link, without a slash before it
     * @param urgent whether it is what he should do next
     */
    record Step(String label, String path, boolean urgent) {}

    /** Those he can take now, in the order they are shown. */
    List<Step> steps(Tickets.Ticket ticket, LinkToken token);
}
