package org.aeoreach.web;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/**
 * Honours {@code Idempotency-Key} on POST: the same person, key and body get the first answer again. The record of
 * the answer commits in the same transaction as what the request did; two requests at once wait for each other on the
 * record's primary key. Runs after access was granted.
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String CLAIMED = IdempotencyFilter.class.getName();

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Idempotency idempotency;

    @Inject
    private Json json;

    @Inject
    private ProblemAnswer answer;

    @Resource
    private UserTransaction transaction;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString("Idempotency-Key");
        if (key == null || !request.getMethod().equals("POST") || viewer.get().isEmpty()) {
            return;
        }
        if (!key.matches("[\\x21-\\x7e]{1,128}")) {
            throw Problem.invalid("Idempotency-Key", "web.invalid.idempotency-key");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        Idempotency.Claim claim =
                new Idempotency.Claim(key, request.getUriInfo().getPath(), Digests.sha256(body));
        begin();
        Idempotency.@Nullable Answer earlier = claim(claim);
        if (earlier == null) {
            request.setProperty(CLAIMED, claim);
        } else {
            end(false);
            request.abortWith(repeat(earlier));
        }
    }

    private Idempotency.@Nullable Answer claim(Idempotency.Claim claim) {
        try {
            return idempotency.claim(claim);
        } catch (RuntimeException refused) {
            end(false);
            throw refused;
        }
    }

    private static Response repeat(Idempotency.Answer earlier) {
        return Response.status(earlier.status())
                .entity(earlier.body())
                .type(earlier.body() == null ? null : "application/json;charset=UTF-8")
                .header("Location", earlier.location())
                .header("ETag", earlier.etag())
                .header("Idempotency-Replayed", "true")
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIMED) instanceof Idempotency.Claim claim)) {
            return;
        }
        request.removeProperty(CLAIMED);
        boolean success = response.getStatus() < 300;
        try {
            if (success) {
                String body = response.hasEntity() ? json.write(kept(response.getEntity())) : null;
                idempotency.keep(
                        claim,
                        new Idempotency.Answer(
                                response.getStatus(),
                                body,
                                response.getHeaderString("Location"),
                                response.getHeaderString("ETag")));
            }
            end(success);
        } catch (RuntimeException failed) {
            end(false);
            replace(response, answer.response(Mappers.problem(failed)));
        }
    }

    private static Object kept(Object answer) {
        return answer instanceof ShownOnce once ? once.withoutSecret() : answer;
    }

    /** Nothing of the first answer may stay: what it names was rolled back. */
    private static void replace(ContainerResponseContext response, Response instead) {
        response.setStatusInfo(instead.getStatusInfo());
        response.getHeaders().remove("Location");
        response.getHeaders().remove("ETag");
        instead.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.setEntity(instead.getEntity(), null, instead.getMediaType());
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot begin a transaction", e);
        }
    }

    private void end(boolean commit) {
        try {
            if (transaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                return;
            }
            if (commit) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The transaction did not end as it should", e);
        }
    }
}
