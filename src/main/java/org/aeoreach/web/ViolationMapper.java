package org.aeoreach.web;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The server brings a mapper for findings of validation that says nothing; the nearer type goes before it. */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    private ProblemAnswer answer;

    @Override
    public Response toResponse(ConstraintViolationException violations) {
        return answer.response(Violations.problem(violations));
    }
}
