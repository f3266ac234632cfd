package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aeoreach.platform.JsonText;

/**
 * The only way out to the identity provider: to configured hosts, without following redirects, each answer bounded in
 * time and size, and few at once, so that a provider that hangs leaves the rest of the server alone.
 */
@ApplicationScoped
class Outbound {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int SECONDS = 5;
    private static final int AT_ONCE = 8;

    @Inject
    private OidcSettings settings;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** What came back, whatever the status. */
    record Answer(int status, JsonObject json) {}

    /** A JSON object from an address. */
    JsonObject get(URI address) throws ProviderFault {
        Answer answer = send(HttpRequest.newBuilder(address).GET());
        if (answer.status() != 200) {
            throw fault(address, answer.status());
        }
        return answer.json();
    }

    Answer send(HttpRequest.Builder builder) throws ProviderFault {
        HttpRequest request = builder.timeout(Duration.ofSeconds(SECONDS))
                .header("Accept", "application/json")
                .build();
        if (!settings.allows(request.uri())) {
            throw ProviderFault.wrong(request.uri() + " is no address the configuration allows");
        }
        if (!free.tryAcquire()) {
            throw ProviderFault.away(AT_ONCE + " requests to the provider are waiting already");
        }
        try {
            HttpResponse<String> response = await(request);
            if (response.statusCode() >= 500) {
                throw fault(request.uri(), response.statusCode());
            }
            return new Answer(response.statusCode(), json(request.uri(), response));
        } finally {
            free.release();
        }
    }

    private HttpResponse<String> await(HttpRequest request) throws ProviderFault {
        CompletableFuture<HttpResponse<String>> response = client.sendAsync(request, BoundedBody.handler());
        try {
            return response.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw ProviderFault.away(request.uri() + " took more than " + SECONDS + " s");
        } catch (ExecutionException e) {
            throw ProviderFault.away(request.uri() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProviderFault.away(request.uri() + ": interrupted");
        } finally {
            response.cancel(true);
        }
    }

    private static JsonObject json(URI address, HttpResponse<String> response) throws ProviderFault {
        if (response.statusCode() >= 300 && response.statusCode() < 400) {
            throw fault(address, response.statusCode());
        }
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw ProviderFault.wrong(address + " answered " + response.statusCode() + " without a JSON object");
        }
    }

    private static ProviderFault fault(URI address, int status) {
        String what = address + " answered " + status;
        return status >= 500 ? ProviderFault.away(what) : ProviderFault.wrong(what);
    }
}
