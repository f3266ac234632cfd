package org.aeoreach.routes;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.web.Access;

/**
 * One line of the table.
 *
 * @param path with parameters in braces, without their patterns
 * @param html whether it answers with pages
 * @param queries names of the parameters it reads from the query one by one
 */
record Route(String verb, String path, Access access, boolean html, String source, List<String> queries)
        implements Comparable<Route> {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([A-Za-z]+)\\s*(:[^{}]*(\\{[^{}]*}[^{}]*)*)?}");

    /** The routes of a resource class; a JAX-RS method without {@link Access} is an error. */
    static List<Route> of(Class<?> resource) {
        // Those it has from a class above it are its own: each has another path.
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> verb(method).map(verb -> of(resource, method, verb)).stream())
                .sorted()
                .toList();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static Route of(Class<?> resource, Method method, String verb) {
        Access access = method.getAnnotation(Access.class);
        if (access == null) {
            throw new AssertionError(method + " has no @Access");
        }
        Produces produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                .orElse(resource.getAnnotation(Produces.class));
        boolean html = produces != null && produces.value()[0].startsWith("text/html");
        String source = resource.getSimpleName() + "." + method.getName();
        return new Route(verb, path(resource, method), access, html, source, queries(method));
    }

    private static List<String> queries(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .toList();
    }

    private static String path(Class<?> resource, Method method) {
        String path = Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(part -> part != null)
                .map(part -> part.value().replaceAll("^/+|/+$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return "/" + PARAMETER.matcher(path).replaceAll("{$1}");
    }

    String name() {
        return verb + " " + path;
    }

    boolean safe() {
        return verb.equals("GET") || verb.equals("HEAD") || verb.equals("OPTIONS");
    }

    /** Whether the answer depends on whose record it is. */
    boolean aboutRecord() {
        return access.reach() != Access.Reach.NONE;
    }

    @Override
    public int compareTo(Route other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : verb.compareTo(other.verb);
    }
}
