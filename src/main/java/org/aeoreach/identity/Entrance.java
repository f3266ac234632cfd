package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.aeoreach.web.LocalAddress;
import org.jspecify.annotations.Nullable;

/** Lets people in, whoever vouched for them, and leads them to where they wanted to go. */
@ApplicationScoped
public class Entrance {

    @Inject
    private Sessions sessions;

    @Inject
    private Cookies cookies;

    /**
     * Opens a session of an account for which an identity provider has vouched.
     *
     * @param next address within this site; empty for his start page
     * @throws org.aeoreach.platform.Problem 403 when he holds no role today
     */
    public Response open(long account, String next, HttpHeaders headers) {
        return enter(sessions.open(account, agent(headers)), next, headers);
    }

    /** Gives the browser a session that was just opened; the one it had before ends. */
    Response enter(Token opened, @Nullable String next, HttpHeaders headers) {
        cookies.read(headers.getCookies(), Cookies.Name.SESSION).ifPresent(sessions::forget);
        boolean officer =
                sessions.find(opened).map(person -> person.role().isOfficer()).orElse(false);
        URI home = URI.create(officer ? "/desk" : "/portal/my");
        return Response.status(303)
                .location(next == null || next.isEmpty() ? home : LocalAddress.of(next))
                .cookie(cookies.of(Cookies.Name.SESSION, opened))
                .build();
    }

    /** How the browser calls itself; empty when it does not say. */
    static String agent(HttpHeaders headers) {
        return Objects.requireNonNullElse(headers.getHeaderString("User-Agent"), "");
    }
}
