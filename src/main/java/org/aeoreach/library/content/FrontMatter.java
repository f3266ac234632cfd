package org.aeoreach.library.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields above the text of a file.
 *
 * @param fields in their order
 * @param body what stands below
 * @param bodyLine number of the first line of the body in the file
 */
record FrontMatter(Map<String, Field> fields, String body, int bodyLine) {
    private static final String FENCE = "---\n";

    /** @param line in the file, from 1; a single value is a list of one */
    record Field(int line, List<String> values, boolean list) {}

    /** What can be read of it; the rest is told as faults. */
    static FrontMatter of(String text, Faults faults) {
        int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
        if (end < 0) {
            faults.add(1, "content.fault.no-front-matter");
            return new FrontMatter(Map.of(), text, 1);
        }
        String header = text.substring(FENCE.length(), end + 1);
        Map<String, Field> fields = new LinkedHashMap<>();
        Node root = Yaml.compose(header, 1, faults);
        if (root instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry, fields, faults));
        } else if (root != null) {
            faults.add(2, "content.fault.no-front-matter");
        }
        int bodyLine = 3 + (int) header.lines().count();
        return new FrontMatter(fields, text.substring(end + 1 + FENCE.length()), bodyLine);
    }

    private static void take(NodeTuple entry, Map<String, Field> fields, Faults faults) {
        // One for counting from 1, one for the fence.
        int line = entry.getKeyNode().getStartMark().getLine() + 2;
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            faults.add(line, "content.fault.yaml", "?");
            return;
        }
        Field field = field(entry.getValueNode(), line);
        if (field == null || !Yaml.plain(entry.getKeyNode()) || !Yaml.plain(entry.getValueNode())) {
            faults.add(line, "content.fault.not-plain", key.getValue());
        } else if (fields.putIfAbsent(key.getValue(), field) != null) {
            faults.add(line, "content.fault.field-twice", key.getValue());
        }
    }

    private static @Nullable Field field(Node value, int line) {
        if (value instanceof ScalarNode scalar) {
            return new Field(line, List.of(scalar.getValue().strip()), false);
        }
        if (!(value instanceof SequenceNode sequence)) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar)) {
                return null;
            }
            values.add(scalar.getValue().strip());
        }
        return new Field(line, List.copyOf(values), true);
    }
}
