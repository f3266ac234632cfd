package org.aeoreach.scope;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import org.aeoreach.platform.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells PostgreSQL at the beginning of every transaction who is looking, so that its row-level security policies hold
 * for every statement that follows. It is bound to {@link Transactional} itself: no service can forget it, and the
 * settings end with the transaction. Without a viewer the settings are empty and no scoped row is seen.
 *
 * <p>The transaction's type is part of the binding, so this one meets {@code REQUIRED} only; the two subclasses meet the
 * other types in use.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ScopeInterceptor implements Serializable {

    private static final String BOUND = ScopeInterceptor.class.getName();
    private static final String SET = "select set_config('app.lo', ?, true), set_config('app.hi', ?, true),"
            + " set_config('app.write_lo', ?, true), set_config('app.write_hi', ?, true),"
            + " set_config('app.enterprise', ?, true), set_config('app.delegation', ?, true),"
            + " set_config('app.rights', ?, true), set_config('app.account', ?, true),"
            + " set_config('app.absent', ?, true), set_config('app.assignment', ?, true),"
            + " set_config('app.token', ?, true), set_config('app.token_name', ?, true),"
            + " set_config('app.address', ?, true), set_config('app.request', ?, true)";

    @PersistenceContext(unitName = "app")
    private transient EntityManager em;

    @Resource
    private transient TransactionSynchronizationRegistry transaction;

    @Inject
    private transient CurrentViewer current;

    @AroundInvoke
    public @Nullable Object bind(InvocationContext invocation) throws Exception {
        if (transaction.getTransactionKey() != null && transaction.getResource(BOUND) == null) {
            tellDatabase(current.get().orElse(null));
            transaction.putResource(BOUND, Boolean.TRUE);
        }
        return invocation.proceed();
    }

    private void tellDatabase(@Nullable Viewer viewer) {
        RequestContext request = RequestContext.current();
        var query = em.createNativeQuery(SET);
        Object[] values = viewer == null ? NOBODY : settings(viewer);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.setParameter(values.length + 1, request.address());
        query.setParameter(values.length + 2, request.id());
        query.getSingleResult();
    }

    private static final Object[] NOBODY = {"", "", "", "", "", "", "", "", "", "", "", ""};

    private static Object[] settings(Viewer viewer) {
        Viewer.Substitution substitution = viewer.substitution();
        Viewer.Token token = viewer.token();
        Viewer.Enterprise enterprise = viewer.enterprise();
        return new Object[] {
            viewer.lo(),
            viewer.hi(),
            viewer.writeLo(),
            viewer.writeHi(),
            text(viewer.enterpriseId()),
            text(enterprise == null ? null : enterprise.delegationId()),
            enterprise == null ? "" : Right.names(enterprise.rights()),
            text(viewer.accountId()),
            text(substitution == null ? null : substitution.absentId()),
            text(viewer.assignmentId()),
            text(token == null ? null : token.id()),
            token == null ? "" : token.name()
        };
    }

    private static String text(@Nullable Long id) {
        return id == null ? "" : id.toString();
    }
}
