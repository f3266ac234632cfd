package org.aeoreach.enterprise.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aeoreach.enterprise.segment.Draft.Group;
import org.aeoreach.enterprise.segment.Draft.Item;
import org.aeoreach.enterprise.segment.Draft.Mode;
import org.aeoreach.enterprise.segment.Draft.Row;
import org.aeoreach.web.form.Form;

/** Makes drafts: of what a browser sent, and of conditions. */
final class DraftOf {

    private static final Set<String> FIXED = Set.of("criterion", "was", "not", "mode");

    private DraftOf() {}

    /** What a browser sent. */
    static Draft form(Form form) {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < Draft.GROUPS && form.has(Draft.at(g) + ".mode"); g++) {
            groups.add(group(form, Draft.at(g)));
        }
        return new Draft(mode(form.value("mode")), groups);
    }

    private static Group group(Form form, String at) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Draft.ITEMS; i++) {
            String item = Draft.at(at, i);
            if (form.has(Draft.name(item, "criterion"))) {
                items.add(row(form, item));
            } else if (Draft.outer(at) && form.has(Draft.name(item, "mode"))) {
                items.add(group(form, item));
            } else {
                break;
            }
        }
        return new Group(mode(form.value(at + ".mode")), items);
    }

    private static Row row(Form form, String at) {
        String criterion = form.value(Draft.name(at, "criterion"));
        Map<String, List<String>> values = new TreeMap<>();
        // Values of the criterion chosen before are not those of another one.
        if (criterion.equals(form.value(Draft.name(at, "was")))) {
            String start = at + ".";
            for (String name : form.names()) {
                String part = name.startsWith(start) ? name.substring(start.length()) : "";
                if (part.matches("[a-z][a-z-]*") && !FIXED.contains(part)) {
                    put(values, part, form.values(name));
                }
            }
        }
        return new Row(criterion, form.chosen(Draft.name(at, "not"), "true"), values);
    }

    private static void put(Map<String, List<String>> values, String part, List<String> sent) {
        List<String> given =
                sent.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
        if (!given.isEmpty()) {
            values.put(part, given);
        }
    }

    private static Mode mode(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(text)) {
                return mode;
            }
        }
        return Mode.ALL;
    }

    /** The draft that says the same as a condition; empty when it has more levels, or more in one, than the editor. */
    static Optional<Draft> condition(Condition condition) {
        Condition top = condition instanceof Condition.Not || condition instanceof Condition.Leaf
                ? new Condition.All(List.of(condition))
                : condition;
        // Criteria that stand in the segment itself are one group, as people write them.
        Optional<Group> single = flat(top);
        if (single.isPresent()) {
            return single.map(group -> group.items().isEmpty() ? Draft.EMPTY : new Draft(Mode.ALL, List.of(group)));
        }
        List<Group> groups = new ArrayList<>();
        for (Condition part : parts(top)) {
            Optional<Item> item = item(part, 2);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            groups.add(item.get() instanceof Group group ? group : new Group(Mode.ALL, List.of(item.get())));
        }
        return groups.isEmpty() || groups.size() > Draft.GROUPS
                ? Optional.empty()
                : Optional.of(new Draft(top instanceof Condition.Any ? Mode.ANY : Mode.ALL, groups));
    }

    private static Optional<Group> flat(Condition top) {
        if (top.equals(new Condition.All(List.of()))) {
            return Optional.of(new Group(Mode.ALL, List.of()));
        }
        boolean onlyRows = parts(top).stream().allMatch(DraftOf::isRow);
        return onlyRows ? group(top, 2) : Optional.empty();
    }

    private static boolean isRow(Condition condition) {
        return condition instanceof Condition.Leaf
                || (condition instanceof Condition.Not not && not.of() instanceof Condition.Leaf);
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of();
        }
        return condition instanceof Condition.Any any ? any.of() : List.of(condition);
    }

    /** @param level of a group that would stand there: 2 in the segment itself, 3 in a group */
    private static Optional<Item> item(Condition condition, int level) {
        if (condition instanceof Condition.Leaf leaf) {
            return Optional.of(new Row(leaf.criterion(), false, leaf.values()));
        }
        if (condition instanceof Condition.Not not && not.of() instanceof Condition.Leaf leaf) {
            return Optional.of(new Row(leaf.criterion(), true, leaf.values()));
        }
        return level > 3 ? Optional.empty() : group(condition, level).map(group -> group);
    }

    /** The opposite of anything is a group none of which holds. */
    private static Optional<Group> group(Condition condition, int level) {
        if (condition instanceof Condition.Not not) {
            Condition inner = not.of();
            return inner instanceof Condition.Any any
                    ? items(Mode.NONE, any.of(), level)
                    : items(Mode.NONE, List.of(inner), level);
        }
        return items(condition instanceof Condition.Any ? Mode.ANY : Mode.ALL, parts(condition), level);
    }

    private static Optional<Group> items(Mode mode, List<Condition> conditions, int level) {
        if (conditions.isEmpty()) {
            // In the editor a group with nothing in it says nothing; here it would say yes or no.
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (Condition each : conditions) {
            Optional<Item> item = item(each, level + 1);
            if (item.isEmpty() || items.size() == Draft.ITEMS) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new Group(mode, items));
    }
}
