package org.aeoreach.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a provider's token as OpenID Connect Core 1.0, section 3.1.3.7, wants it. */
@ApplicationScoped
class IdTokens {

    /** Signatures with a key pair only: a shared secret would let its holder make tokens. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Clocks may differ by this much. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int LONGEST_SUBJECT = 255;

    @Inject
    private ProviderKeys keys;

    @Inject
    private OidcSettings settings;

    @Inject
    private Clock clock;

    /** @throws ProviderFault when anything about it is not as it must be */
    IdToken verified(String token, String nonce) throws ProviderFault {
        JWTClaimsSet claims = signed(token);
        try {
            check(claims, nonce);
            return idToken(claims);
        } catch (ParseException e) {
            throw ProviderFault.wrong("a claim has the wrong type: " + e.getMessage());
        }
    }

    private JWTClaimsSet signed(String token) throws ProviderFault {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // The claims are checked here, by our own clock.
        processor.setJWTClaimsSetVerifier(null);
        try {
            return processor.process(token, null);
        } catch (KeySourceException e) {
            throw ProviderFault.away("its keys: " + e.getMessage());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw ProviderFault.wrong("the token is not signed as it must be: " + e.getMessage());
        }
    }

    private void check(JWTClaimsSet claims, String nonce) throws ProviderFault, ParseException {
        Instant now = clock.instant();
        String client = settings.clientId();
        String party = claims.getStringClaim("azp");
        String subject = claims.getSubject();
        require(settings.issuer().equals(claims.getIssuer()), "iss");
        require(claims.getAudience().contains(client), "aud");
        require(party == null ? claims.getAudience().size() == 1 : party.equals(client), "azp");
        require(before(now.minus(SKEW), claims.getExpirationTime()), "exp");
        require(after(now.plus(SKEW), claims.getIssueTime()), "iat");
        require(claims.getNotBeforeTime() == null || after(now.plus(SKEW), claims.getNotBeforeTime()), "nbf");
        require(same(nonce, claims.getStringClaim("nonce")), "nonce");
        require(subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT, "sub");
    }

    private static void require(boolean holds, String claim) throws ProviderFault {
        if (!holds) {
            throw ProviderFault.wrong("the claim " + claim + " of the token does not hold");
        }
    }

    private static boolean before(Instant moment, @Nullable Date date) {
        return date != null && moment.isBefore(date.toInstant());
    }

    private static boolean after(Instant moment, @Nullable Date date) {
        return date != null && moment.isAfter(date.toInstant());
    }

    private static boolean same(String expected, @Nullable String actual) {
        return actual != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    private IdToken idToken(JWTClaimsSet claims) throws ParseException {
        String claim = settings.loginClaim();
        boolean mailVerified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        return new IdToken(
                settings.issuer(),
                claims.getSubject(),
                claim.isEmpty() ? null : claims.getStringClaim(claim),
                mailVerified ? claims.getStringClaim("email") : null,
                strong(claims));
    }

    private boolean strong(JWTClaimsSet claims) throws ParseException {
        List<String> methods = claims.getStringListClaim("amr");
        String acr = claims.getStringClaim("acr");
        boolean classAsked = acr != null
                && Arrays.asList(settings.acrValues().split("\\s+", -1)).contains(acr);
        return classAsked || (methods != null && methods.stream().anyMatch(IdToken.STRONG::contains));
    }
}
