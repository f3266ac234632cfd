package org.aeoreach.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Versions of records as ETags: an update says which version it changes. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"v([0-9]{1,18})\"");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    /** The answer to who made a record: its address, and as it stands with its version. */
    public static Response created(String address, Object made, long version) {
        return Response.created(URI.create(address))
                .entity(made)
                .tag(tag(version))
                .build();
    }

    /**
     * The version named by {@code If-Match}.
     *
     * @throws Problem 428 when the header is missing, 400 when it is no ETag of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(428, "web.problem.precondition-required");
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new Problem(400, "web.problem.malformed-request");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** @throws Problem 412 when somebody changed the record since that version */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw Problem.stale();
        }
    }
}
