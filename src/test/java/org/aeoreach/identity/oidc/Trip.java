package org.aeoreach.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.aeoreach.testing.Caller;

/** A browser on its way to the provider. */
record Trip(String question, Caller browser) {

    static final String START = "/sign-in/provider";

    static Trip depart(String path) {
        HttpResponse<String> answer = Caller.anonymous().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String cookie = cookie(answer, "__Host-aeo_provider");
        return new Trip(location(answer), new Caller("browser", cookie));
    }

    /** The cookie of this name that an answer sets, or nothing. */
    static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.split(";", 2)[0])
                .findFirst()
                .orElse("");
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** What the provider says of the officer with this login. */
    static UnaryOperator<JWTClaimsSet.Builder> person(String login) {
        return claims -> claims.subject("subject of " + login).claim("preferred_username", login);
    }
}
