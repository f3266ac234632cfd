package org.aeoreach.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aeoreach.testing.TestProvider;
import org.junit.jupiter.params.provider.Arguments;

/** A token no application may take for the provider's. */
interface Forgery {
    /** Made beforehand: making one takes longer than a provider may on a busy machine. */
    RSAKey FOREIGN = TestProvider.newKey();

    JWT of(JWTClaimsSet claims, RSAKey key) throws JOSEException;

    static JWTClaimsSet.Builder more(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static Arguments forged(String what, Forgery forgery) {
        return Arguments.of(what, forgery);
    }

    private static Forgery claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return (claims, key) -> TestProvider.signed(change.apply(more(claims)).build(), key);
    }

    static Stream<Arguments> all() {
        return Stream.of(
                forged("nonce of another sign-in", claims(c -> c.claim("nonce", "other"))),
                forged("no nonce", claims(c -> c.claim("nonce", null))),
                forged("another issuer", claims(c -> c.issuer("https://evil.example"))),
                forged("another audience", claims(c -> c.audience("somebody-else"))),
                forged("no audience", claims(c -> c.audience(List.of()))),
                forged("two audiences, no party", claims(c -> c.audience(List.of(TestProvider.client(), "b")))),
                forged("made for another party", claims(c -> c.claim("azp", "somebody-else"))),
                forged("expired", claims(c -> c.expirationTime(in(-61)))),
                forged("without end", claims(c -> c.expirationTime(null))),
                forged("made in the future", claims(c -> c.issueTime(in(90)))),
                forged("not valid yet", claims(c -> c.notBeforeTime(in(90)))),
                forged("no subject", claims(c -> c.subject(null))),
                forged("endless subject", claims(c -> c.subject("x".repeat(256)))),
                forged("claim of another type", claims(c -> c.claim("nonce", List.of("a")))),
                forged("algorithm none", (claims, key) -> new PlainJWT(claims)),
                forged(
                        "foreign key under a known id",
                        (claims, key) -> TestProvider.signed(
                                claims,
                                new RSAKey.Builder(FOREIGN)
                                        .keyID(key.getKeyID())
                                        .build())),
                forged("unknown key", (claims, key) -> TestProvider.signed(claims, FOREIGN)),
                forged("signed with the public key as a secret", (claims, key) -> {
                    SignedJWT token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
                    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                    return token;
                }));
    }
}
