package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.Unavailable;
import org.jspecify.annotations.Nullable;

/** A sign-in by way of the provider: out with a question, back with a code. No transaction waits for the provider. */
@ApplicationScoped
class ProviderSignIn {

    private static final System.Logger LOG = System.getLogger(ProviderSignIn.class.getName());

    @Inject
    private CodeExchange exchange;

    @Inject
    private IdTokens tokens;

    @Inject
    private Flows flows;

    @Inject
    private ExternalAccounts accounts;

    @Inject
    private ProviderDirectory directory;

    @Inject
    private OidcSettings settings;

    /** The browser's way to the provider, and the seed it has to keep. */
    record Departure(URI address, Seed seed) {}

    /** What the provider sent the browser back with. */
    record Arrival(
            @Nullable String code,
            @Nullable String state,
            @Nullable String issuer,
            @Nullable String error) {}

    /** Somebody the provider vouches for, and where he wanted to go. */
    record Arrived(long account, String next) {}

    private interface Talk<T> {
        T run() throws ProviderFault;
    }

    Departure depart(String next) {
        Seed seed = Seed.fresh();
        URI question = talk(() ->
                exchange.question(seed, RequestContext.current().language().tag()));
        flows.begin(seed, next);
        return new Departure(question, seed);
    }

    /**
     * @throws Problem 400 when this browser did not ask or its question is over; 403 when the provider declined or the
     *     person has no account; 502 or 503 when the provider cannot be believed or reached
     */
    Arrived arrive(Arrival arrival, Optional<Seed> kept) {
        Seed seed = kept.filter(candidate -> same(candidate.state(), arrival.state()))
                .orElseThrow(ProviderSignIn::over);
        String next = flows.end(seed).orElseThrow(ProviderSignIn::over);
        if (arrival.error() != null) {
            LOG.log(System.Logger.Level.INFO, "The identity provider declined: {0}", printable(arrival.error()));
            throw new Problem(403, "identity.problem.provider-declined");
        }
        IdToken person = talk(() -> person(arrival, seed));
        if (!person.strong() && settings.wantsStrong()) {
            LOG.log(System.Logger.Level.INFO, "The identity provider names no second factor");
            throw new Problem(403, "identity.problem.provider-weak");
        }
        long account = accounts.account(person)
                .orElseThrow(() -> new Problem(403, "identity.problem.provider-unknown-person", person.shownAs()));
        return new Arrived(account, next);
    }

    private IdToken person(Arrival arrival, Seed seed) throws ProviderFault {
        boolean named = arrival.issuer() != null;
        if (named
                ? !settings.issuer().equals(arrival.issuer())
                : directory.metadata().namesItself()) {
            throw ProviderFault.wrong("the answer came from another issuer");
        }
        if (arrival.code() == null) {
            throw ProviderFault.wrong("it sent back no code");
        }
        return tokens.verified(exchange.token(arrival.code(), seed), seed.nonce());
    }

    /** Where the provider signs people out, if it does that. */
    Optional<URI> departForGood() {
        return talk(exchange::signOut);
    }

    private static <T> T talk(Talk<T> talk) {
        try {
            return talk.run();
        } catch (ProviderFault fault) {
            LOG.log(System.Logger.Level.WARNING, "Sign-in by the identity provider failed: {0}", fault.getMessage());
            throw fault.isAway()
                    ? new Unavailable("identity.problem.provider-away", 30)
                    : new Problem(502, "identity.problem.provider-wrong");
        }
    }

    private static Problem over() {
        return new Problem(400, "identity.problem.provider-flow-over");
    }

    private static boolean same(String expected, @Nullable String actual) {
        return actual != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    /** What anybody can put into an address goes into the log only so far. */
    private static String printable(String text) {
        return text.replaceAll("[^A-Za-z0-9_. -]", "?").substring(0, Math.min(text.length(), 60));
    }
}
