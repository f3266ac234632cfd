package org.aeoreach.routes;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.web.Access;

/** All routes of the application, found in its compiled classes. */
final class RouteTable {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

    // Read once: every page of the browser tests asks for it.
    private static final List<Route> ALL =
            resources().flatMap(type -> Route.of(type).stream()).sorted().toList();

    private RouteTable() {}

    static List<Route> routes() {
        return ALL;
    }

    private static Stream<Class<?>> resources() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("org/aeoreach"))) {
            List<Class<?>> found = files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("/templates/"))
                    .<Class<?>>map(RouteTable::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, RouteTable.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static String markdown() {
        return routes().stream()
                .map(RouteTable::line)
                .collect(Collectors.joining(
                        "\n",
                        "| method | path | who | record | limit | body | audited |\n|---|---|---|---|---|---|---|\n",
                        "\n"));
    }

    private static String line(Route route) {
        Access access = route.access();
        String who = access.value() == Access.Who.ROLES
                ? Arrays.stream(access.roles()).map(Enum::name).collect(Collectors.joining(", "))
                : access.value().name();
        who += Arrays.stream(access.rights()).map(right -> " + " + right).collect(Collectors.joining());
        List<String> cells = List.of(
                route.verb(),
                "`" + route.path() + "`",
                who,
                access.reach().name(),
                access.limit().name(),
                (access.body() >> 10) + " KiB",
                access.audited() ? "yes" : "no");
        return "| " + String.join(" | ", cells) + " |";
    }
}
