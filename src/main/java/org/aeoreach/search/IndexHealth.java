package org.aeoreach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.web.HealthPart;

/** The indexes of this node as a part of its health: which are whole, how large, and how far behind. */
@ApplicationScoped
class IndexHealth implements HealthPart {

    @Inject
    private Searches searches;

    @Override
    public Condition condition() {
        Map<String, String> facts = new TreeMap<>();
        boolean whole = true;
        for (IndexState state : searches.states()) {
            whole &= state.ready();
            facts.put(state.kind(), words(state));
        }
        return new Condition("search", whole, facts);
    }

    private static String words(IndexState state) {
        return switch (state.condition()) {
            case READY ->
                "READY records=" + state.records() + " bytes=" + state.bytes() + " followed=" + state.followedAt()
                        + " committed=" + state.committedAt();
            case MAKING -> "MAKING " + state.done() + " of " + state.total();
            case FAILING -> "FAILING " + state.done() + " of " + state.total();
        };
    }
}
