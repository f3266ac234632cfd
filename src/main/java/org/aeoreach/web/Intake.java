package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.jspecify.annotations.Nullable;

/** Reads what is common to all requests, and finds the reason to refuse one before anything else happens. */
@ApplicationScoped
class Intake {

    static final String LANGUAGE_COOKIE = "aeo_language";

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern SUSPECT_PATH =
            Pattern.compile(";|\\\\|//|%00|%3b|%5c|%2f|(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<String> hosts;
    private final TrustedProxies trustedProxies;
    private final URI base;

    private final Clock clock;

    @Inject
    Intake(Configuration configuration, Clock clock) {
        this.clock = clock;
        hosts = configuration.allowedHosts();
        trustedProxies = TrustedProxies.of(configuration.list("aeo.trusted.proxies"));
        base = URI.create(configuration.baseUrl());
    }

    /** CDI's proxy needs it. */
    Intake() {
        clock = Clock.systemUTC();
        hosts = Set.of();
        trustedProxies = TrustedProxies.of(Set.of());
        base = URI.create("http://localhost");
    }

    /** Milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    boolean https() {
        return "https".equals(base.getScheme());
    }

    RequestContext context(HttpServletRequest request) {
        boolean proxied = trustedProxies.contains(request.getRemoteAddr());
        return new RequestContext(
                id(proxied ? request.getHeader("X-Request-Id") : null),
                address(request, proxied),
                language(request),
                request.getRequestURI(),
                request.getQueryString(),
                SAFE.contains(request.getMethod()),
                place(request));
    }

    /** What answers a form cannot be asked for again; the page the form stood on can. */
    private String place(HttpServletRequest request) {
        String referer = SAFE.contains(request.getMethod()) ? null : request.getHeader("Referer");
        if (referer != null) {
            return RefererPath.of(referer, request.getHeader("Host"));
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String id(@Nullable String offered) {
        if (offered != null && REQUEST_ID.matcher(offered).matches()) {
            return offered;
        }
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The address before the nearest trusted proxy; what stands further left in the header anybody can write. */
    private static String address(HttpServletRequest request, boolean proxied) {
        String forwarded = proxied ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded == null) {
            return request.getRemoteAddr();
        }
        String nearest = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return nearest.matches("[0-9A-Fa-f.:]{2,45}") ? nearest : request.getRemoteAddr();
    }

    private static Language language(HttpServletRequest request) {
        Language chosen = null;
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                chosen = Language.of(cookie.getValue());
            }
        }
        return chosen != null ? chosen : Language.accepted(request.getHeader("Accept-Language"));
    }

    /** Why this request is refused at the door, or null. */
    @Nullable
    Problem refusal(HttpServletRequest request) {
        if (Boolean.getBoolean("aeo.draining") && !request.getRequestURI().startsWith("/health")) {
            return new Unavailable("web.problem.draining", 5);
        }
        if (request.getRequestURI().startsWith("/health") && request.getHeader("X-Forwarded-For") != null) {
            // Supervisors ask the node itself; whoever comes through a proxy is none of them.
            return Problem.notFound();
        }
        if (!METHODS.contains(request.getMethod())) {
            return new Problem(405, "web.problem.method-not-allowed", request.getMethod());
        }
        if (SUSPECT_PATH.matcher(request.getRequestURI()).find()) {
            return new Problem(400, "web.problem.malformed-address");
        }
        List<String> named = Collections.list(request.getHeaders("Host"));
        if (named.size() != 1 || !hosts.contains(hostName(named.get(0)))) {
            return new Problem(421, "web.problem.unknown-host");
        }
        return crossSite(request) ? new Problem(403, "web.problem.cross-site") : null;
    }

    private static String hostName(String host) {
        return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }

    /**
     * A changing request that another site's page sent. Browsers say so in Sec-Fetch-Site; older ones name the origin.
     * A bearer token is no cookie, so a request to the API that carries one cannot be forged this way; cookies beside
     * it do not count.
     */
    private boolean crossSite(HttpServletRequest request) {
        boolean bearer =
                BearerToken.opens(request.getRequestURI()) && BearerToken.in(request.getHeader("Authorization"));
        if (SAFE.contains(request.getMethod()) || bearer) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !ours(origin, request.getHeader("Host"));
    }

    private boolean ours(String origin, String host) {
        return origin.equals(base.getScheme() + "://" + host) || origin.equals(base.toString());
    }
}
