package org.aeoreach.enterprise.segment;

import java.util.List;
import java.util.Map;

/** A condition about enterprises: a tree, whose leaves are criteria with what was chosen. */
public sealed interface Condition {

    /** Every one of them holds; an empty list always does. */
    record All(List<Condition> of) implements Condition {}

    /** At least one of them holds. */
    record Any(List<Condition> of) implements Condition {}

    /** It does not hold; what is not known does not hold either, and so its opposite does. */
    record Not(Condition of) implements Condition {}

    /** A criterion and what was chosen for its parts. */
    record Leaf(String criterion, Map<String, List<String>> values) implements Condition {}
}
