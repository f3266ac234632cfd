package org.aeoreach.scope;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

/** {@link ScopeInterceptor} where somebody else, such as a filter, has begun the transaction. */
@Interceptor
@Transactional(Transactional.TxType.MANDATORY)
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class JoinedTransactionScope extends ScopeInterceptor {
    private static final long serialVersionUID = 1L;
}
