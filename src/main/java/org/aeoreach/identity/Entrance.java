package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.LocalAddress;

/** Lets in somebody for whom an identity provider has vouched. */
@ApplicationScoped
public class Entrance {

    @Inject
    private Sessions sessions;

    @Inject
    private SessionCookie cookie;

    /**
     * Opens a session of the account and leads to where the person wanted to go. The one this browser had ends.
     *
     * @param next address within this site; empty for his start page
     * @throws Problem 403 when he holds no role today
     */
    public Response open(long account, String next, HttpHeaders headers) {
        String opened = sessions.open(account);
        cookie.read(headers.getCookies()).ifPresent(sessions::forget);
        boolean officer =
                sessions.find(opened).map(person -> person.role().isOfficer()).orElse(false);
        URI home = URI.create(officer ? "/desk" : "/portal/my");
        return Response.status(303)
                .location(next.isEmpty() ? home : LocalAddress.of(next))
                .cookie(cookie.of(opened))
                .build();
    }
}
