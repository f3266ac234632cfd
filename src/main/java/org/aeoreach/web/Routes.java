package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/** The {@link Access} of every route, by the operation id {@code Class_method}, as the running application has it. */
@ApplicationScoped
class Routes {

    @Inject
    private BeanManager beans;

    Map<String, Access> byOperation() {
        Map<String, Access> routes = new TreeMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(type -> add(type, routes));
        return routes;
    }

    private static void add(Class<?> type, Map<String, Access> routes) {
        for (Method method : type.getDeclaredMethods()) {
            Access access = method.getAnnotation(Access.class);
            if (access != null) {
                routes.put(type.getSimpleName() + "_" + method.getName(), access);
            }
        }
    }
}
