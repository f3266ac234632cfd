package org.aeoreach.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * {@link Mappers} for a transaction that could not be committed. The server brings a mapper of its own for that
 * exception, which would win over one for all and answers with an empty 500.
 */
@Provider
@Priority(1)
public class TransactionMapper implements ExceptionMapper<TransactionalException> {

    @Inject
    private ProblemAnswer answer;

    @Override
    public Response toResponse(TransactionalException fault) {
        return answer.response(Mappers.problem(fault));
    }
}
