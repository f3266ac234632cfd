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
        // Routes that several classes share stand in the one above them.
        for (Method method : type.getMethods()) {
            Access access = method.getAnnotation(Access.class);
            if (access != null && !method.isBridge()) {
                routes.put(type.getSimpleName() + "_" + method.getName(), access);
            }
        }
    }
}
