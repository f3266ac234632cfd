package org.aeoreach.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the application reads from its surroundings, by MicroProfile Config: {@code aeo.base.url} is the environment
 * variable {@code AEO_BASE_URL}. deployment/configuration.md describes each.
 */
@ApplicationScoped
public class Configuration {

    private final Config config = ConfigProvider.getConfig();

    public String text(String key, String otherwise) {
        return config.getOptionalValue(key, String.class)
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }

    public int number(String key, int otherwise) {
        return config.getOptionalValue(key, Integer.class).orElse(otherwise);
    }

    public Set<String> list(String key) {
        return Arrays.stream(text(key, "").split("[,\\s]+"))
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean demo() {
        return Boolean.parseBoolean(text("aeo.demo", "false"));
    }

    /** Address under which people reach the application; links in mail begin with it. No slash at the end. */
    public String baseUrl() {
        return text("aeo.base.url", "http://localhost:8080").replaceAll("/+$", "");
    }

    /** True when cookies may carry {@code Secure}: over HTTPS, and on this machine. */
    public boolean secureCookies() {
        URI base = URI.create(baseUrl());
        return "https".equals(base.getScheme()) || LOOPBACK.contains(base.getHost());
    }

    /** Host names (without port, lower case) a request may be addressed to. */
    public Set<String> allowedHosts() {
        Stream<String> named = list("aeo.allowed.hosts").stream();
        Stream<String> own = Stream.of(URI.create(baseUrl()).getHost());
        return Stream.of(LOOPBACK.stream(), named, own)
                .flatMap(hosts -> hosts)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
}
