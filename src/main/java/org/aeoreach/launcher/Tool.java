package org.aeoreach.launcher;

import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;

/** A command that needs neither database nor server: a service of this jar, since the launcher knows no feature. */
final class Tool {
    private static final String OURS = "org.aeoreach.";

    private Tool() {}

    static boolean named(String name) {
        return find(name).isPresent();
    }

    /** @param arguments the name and what follows it */
    static int run(String... arguments) {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        return find(arguments[0]).orElseThrow().run(Log.output(), Log.errors(), rest);
    }

    /** Not those of the Java installation, such as its compiler. */
    private static Optional<ToolProvider> find(String name) {
        return ServiceLoader.load(ToolProvider.class, Tool.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().startsWith(OURS))
                .map(ServiceLoader.Provider::get)
                .filter(tool -> tool.name().equals(name))
                .findFirst();
    }
}
