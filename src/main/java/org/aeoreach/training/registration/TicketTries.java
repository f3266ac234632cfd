package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/** Counts what is done with each ticket, since a whole hall shares the address it comes from. */
@ApplicationScoped
public class TicketTries {

    @Inject
    private RateLimits limits;

    /** @throws org.aeoreach.web.TooManyRequests when so much was done with it that no person did it */
    public void take(String token) {
        LinkToken.of(token)
                .ifPresent(link ->
                        limits.takeFor(Limit.TICKET, "ticket:" + HexFormat.of().formatHex(link.hash())));
    }
}
