package org.aeoreach.enterprise.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aeoreach.web.form.Form;

/**
 * A segment as the editor shows it: groups of criteria, each of which asks for all, for any or for none of its rows, and
 * all or any of the groups. A tree that is deeper was made by a program and is not edited here.
 */
public record Draft(Mode mode, List<Group> groups) {

    static final int GROUPS = 10;
    static final int ROWS = 20;

    /** How many of several have to hold. */
    public enum Mode {
        ALL,
        ANY,
        NONE
    }

    /** Criteria that belong together. */
    public record Group(Mode mode, List<Row> rows) {}

    /** One criterion. @param criterion its key, empty while none is chosen; @param not whether it must not hold */
    public record Row(String criterion, boolean not, Map<String, List<String>> values) {
        static final Row EMPTY = new Row("", false, Map.of());
    }

    static final Draft EMPTY = new Draft(Mode.ALL, List.of(new Group(Mode.ALL, List.of(Row.EMPTY))));

    /** What a browser sent. */
    static Draft of(Form form) {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS && form.has("g" + g + ".mode"); g++) {
            List<Row> rows = new ArrayList<>();
            for (int r = 0; r < ROWS && form.has(name(g, r, "criterion")); r++) {
                rows.add(row(form, g, r));
            }
            groups.add(new Group(mode(form.value("g" + g + ".mode")), rows));
        }
        return new Draft(mode(form.value("mode")), groups);
    }

    private static Row row(Form form, int group, int row) {
        String criterion = form.value(name(group, row, "criterion"));
        // Values of the criterion chosen before are not those of another one.
        boolean same = criterion.equals(form.value(name(group, row, "was")));
        Map<String, List<String>> values = new TreeMap<>();
        for (String part : same ? List.of("value", "since", "day", "channel", "strength") : List.<String>of()) {
            List<String> given = form.values(name(group, row, part)).stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            if (!given.isEmpty()) {
                values.put(part, given);
            }
        }
        return new Row(criterion, form.chosen(name(group, row, "not"), "true"), values);
    }

    /** Name of a field of a row. */
    public static String name(int group, int row, String part) {
        return "g" + group + "." + row + "." + part;
    }

    private static Mode mode(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(text)) {
                return mode;
            }
        }
        return Mode.ALL;
    }

    /** What a button asked for: another row, another group, or one less. */
    Draft after(String button) {
        String[] words = button.split("-", 3);
        List<Group> changed = new ArrayList<>(groups);
        int group = words.length > 1 && words[1].matches("[0-9]") ? Integer.parseInt(words[1]) : -1;
        if (words[0].equals("group") && groups.size() < GROUPS) {
            changed.add(new Group(Mode.ALL, List.of(Row.EMPTY)));
        } else if (group >= 0 && group < groups.size()) {
            alter(changed, group, words);
        }
        return new Draft(mode, List.copyOf(changed));
    }

    private static void alter(List<Group> groups, int at, String[] words) {
        Group group = groups.get(at);
        List<Row> rows = new ArrayList<>(group.rows());
        if (words[0].equals("add") && rows.size() < ROWS) {
            rows.add(Row.EMPTY);
        } else if (words[0].equals("drop") && words.length > 2 && words[2].matches("[0-9]{1,2}")) {
            int row = Integer.parseInt(words[2]);
            if (row < rows.size()) {
                rows.remove(row);
            }
        }
        if (words[0].equals("ungroup")) {
            groups.remove(at);
        } else {
            groups.set(at, new Group(group.mode(), List.copyOf(rows)));
        }
    }

    /** The condition it says; rows without a criterion say nothing. */
    Condition condition() {
        List<Condition> all = groups.stream()
                .filter(group ->
                        group.rows().stream().anyMatch(row -> !row.criterion().isEmpty()))
                .map(Draft::condition)
                .toList();
        return mode == Mode.ANY ? new Condition.Any(all) : new Condition.All(all);
    }

    private static Condition condition(Group group) {
        List<Condition> rows = group.rows().stream()
                .filter(row -> !row.criterion().isEmpty())
                .map(Draft::condition)
                .toList();
        return switch (group.mode()) {
            case ALL -> new Condition.All(rows);
            case ANY -> new Condition.Any(rows);
            case NONE -> new Condition.Not(new Condition.Any(rows));
        };
    }

    private static Condition condition(Row row) {
        Condition leaf = new Condition.Leaf(row.criterion(), row.values());
        return row.not() ? new Condition.Not(leaf) : leaf;
    }

    /** The draft of a stored condition; empty when it is no such tree. */
    static Optional<Draft> of(Condition condition) {
        Optional<Group> single = group(condition);
        if (single.isPresent()) {
            return Optional.of(single.get().rows().isEmpty() ? EMPTY : new Draft(Mode.ALL, List.of(single.get())));
        }
        Mode mode = condition instanceof Condition.Any ? Mode.ANY : Mode.ALL;
        List<Condition> parts = parts(condition);
        List<Group> groups = new ArrayList<>();
        for (Condition part : parts) {
            Optional<Group> group = group(part);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group.get());
        }
        return groups.isEmpty() ? Optional.of(EMPTY) : Optional.of(new Draft(mode, groups));
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of();
        }
        return condition instanceof Condition.Any any ? any.of() : List.of(condition);
    }

    private static Optional<Group> group(Condition condition) {
        if (condition instanceof Condition.Not not && not.of() instanceof Condition.Any any) {
            return rows(any.of()).map(rows -> new Group(Mode.NONE, rows));
        }
        Mode mode = condition instanceof Condition.Any ? Mode.ANY : Mode.ALL;
        return rows(parts(condition)).map(rows -> new Group(mode, rows));
    }

    private static Optional<List<Row>> rows(List<Condition> conditions) {
        List<Row> rows = new ArrayList<>();
        for (Condition each : conditions) {
            boolean not = each instanceof Condition.Not;
            Condition inner = each instanceof Condition.Not negated ? negated.of() : each;
            if (!(inner instanceof Condition.Leaf leaf)) {
                return Optional.empty();
            }
            rows.add(new Row(leaf.criterion(), not, leaf.values()));
        }
        return Optional.of(rows);
    }
}
