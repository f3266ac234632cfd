package org.aeoreach.web.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All lists of the product by their keys. */
@ApplicationScoped
public class Listings {

    private final Map<String, ListSpec> specs;

    /** CDI's proxy needs it. */
    Listings() {
        specs = Map.of();
    }

    @Inject
    Listings(@Any Instance<Listing> found) {
        specs = found.stream().map(Listing::spec).collect(Collectors.toMap(ListSpec::key, Function.identity()));
    }

    public Optional<ListSpec> find(String key) {
        return Optional.ofNullable(specs.get(key));
    }

    /** What of a query this list understands, in the one way the list itself writes it. */
    public String canonical(ListSpec spec, String query) {
        return Asked.of(spec, query).state().query();
    }
}
