package org.aeoreach.enterprise.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A segment as the editor shows it: groups, each of which asks for all, for any or for none of what stands in it. In the
 * segment stand groups, in a group criteria and groups, in an inner group criteria: three levels, which is what people
 * can still read. Every condition that may be saved has such a draft, see {@link DraftOf}.
 */
public record Draft(Mode mode, List<Group> groups) {

    static final int GROUPS = 10;
    static final int ITEMS = 20;

    /** How many of several have to hold. */
    public enum Mode {
        ALL,
        ANY,
        NONE
    }

    /** What stands in a group. */
    public sealed interface Item {}

    /** What belongs together. */
    public record Group(Mode mode, List<Item> items) implements Item {
        static final Group EMPTY = new Group(Mode.ALL, List.of(Row.EMPTY));

        /** Whether anything is asked in it. */
        boolean says() {
            return items.stream()
                    .anyMatch(item -> item instanceof Group inner
                            ? inner.says()
                            : item instanceof Row row && !row.criterion().isEmpty());
        }
    }

    /** One criterion. @param criterion its key, empty while none is chosen; @param not whether it must not hold */
    public record Row(String criterion, boolean not, Map<String, List<String>> values) implements Item {
        static final Row EMPTY = new Row("", false, Map.of());
    }

    static final Draft EMPTY = new Draft(Mode.ALL, List.of(Group.EMPTY));

    /** The beginning of the names of fields of a group: {@code g0}. */
    public static String at(int group) {
        return "g" + group;
    }

    /** The same of what stands in it: {@code g0.2}, in an inner group {@code g0.2.1}. */
    public static String at(String group, int item) {
        return group + "." + item;
    }

    /** Name of a field of a row. */
    public static String name(String at, String part) {
        return at + "." + part;
    }

    /** Whether a group stands in the segment itself, and so may have groups of its own. */
    public static boolean outer(String at) {
        return at.indexOf('.') < 0;
    }

    /**
     * What a button asked for: {@code group} another group, {@code add-g0} another row there, {@code sub-g0} another
     * group in it, {@code drop-g0.1} without what stands there. Anything else changes nothing.
     */
    Draft after(String button) {
        String[] words = button.split("-", 2);
        List<Group> changed = new ArrayList<>(groups);
        if (words[0].equals("group")) {
            if (changed.size() < GROUPS) {
                changed.add(Group.EMPTY);
            }
        } else if (words.length == 2 && words[1].matches("g[0-9](\\.[0-9]{1,2}){0,2}")) {
            List<Integer> path = path(words[1]);
            int at = path.get(0);
            if (at >= changed.size()) {
                return this;
            }
            if (path.size() == 1 && words[0].equals("drop")) {
                changed.remove(at);
            } else {
                changed.set(at, altered(changed.get(at), words[0], path.subList(1, path.size()), true));
            }
        }
        return new Draft(mode, List.copyOf(changed));
    }

    private static List<Integer> path(String at) {
        List<Integer> path = new ArrayList<>();
        for (String step : at.substring(1).split("\\.")) {
            path.add(Integer.parseInt(step));
        }
        return path;
    }

    /** What stands in that row; an empty one when there is no such row. */
    Row row(String at) {
        List<Integer> path = path(at);
        Item found = path.get(0) < groups.size() ? groups.get(path.get(0)) : Row.EMPTY;
        for (int item : path.subList(1, path.size())) {
            found = found instanceof Group group && item < group.items().size()
                    ? group.items().get(item)
                    : Row.EMPTY;
        }
        return found instanceof Row row ? row : Row.EMPTY;
    }

    private static Group altered(Group group, String deed, List<Integer> path, boolean outer) {
        List<Item> items = new ArrayList<>(group.items());
        if (path.isEmpty()) {
            if (items.size() < ITEMS && deed.equals("add")) {
                items.add(Row.EMPTY);
            } else if (items.size() < ITEMS && deed.equals("sub") && outer) {
                items.add(Group.EMPTY);
            }
        } else if (path.get(0) < items.size()) {
            int at = path.get(0);
            if (path.size() == 1 && deed.equals("drop")) {
                items.remove(at);
            } else if (items.get(at) instanceof Group inner) {
                items.set(at, altered(inner, deed, path.subList(1, path.size()), false));
            }
        }
        return new Group(group.mode(), List.copyOf(items));
    }

    /** The condition it says; rows without a criterion and groups without rows say nothing. */
    Condition condition() {
        List<Condition> all =
                groups.stream().filter(Group::says).map(Draft::condition).toList();
        return mode == Mode.ANY ? new Condition.Any(all) : new Condition.All(all);
    }

    private static Condition condition(Group group) {
        List<Condition> items = new ArrayList<>();
        for (Item item : group.items()) {
            if (item instanceof Group inner) {
                if (inner.says()) {
                    items.add(condition(inner));
                }
            } else if (item instanceof Row row && !row.criterion().isEmpty()) {
                items.add(condition(row));
            }
        }
        return switch (group.mode()) {
            case ALL -> new Condition.All(items);
            case ANY -> new Condition.Any(items);
            case NONE -> new Condition.Not(new Condition.Any(items));
        };
    }

    private static Condition condition(Row row) {
        Condition leaf = new Condition.Leaf(row.criterion(), row.values());
        return row.not() ? new Condition.Not(leaf) : leaf;
    }
}
