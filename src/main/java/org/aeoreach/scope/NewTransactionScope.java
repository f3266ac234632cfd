package org.aeoreach.scope;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

/** {@link ScopeInterceptor} where the transaction is always a new one. */
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class NewTransactionScope extends ScopeInterceptor {
    private static final long serialVersionUID = 1L;
}
