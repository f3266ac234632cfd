package org.aeoreach.library.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code topics.yaml}. */
final class Topics {
    static final String FILE = "topics.yaml";
    private static final Set<String> FIELDS = Set.of("code", "zh", "en");

    private Topics() {}

    static List<ContentTopic> read(Path directory, Faults faults) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            faults.add(0, "content.fault.no-topics");
            return List.of();
        }
        List<ContentTopic> all = new ArrayList<>();
        if (Yaml.compose(Files.readString(file), 0, faults) instanceof SequenceNode list) {
            list.getValue().forEach(item -> take(item, all, faults));
        } else if (faults.all().isEmpty()) {
            faults.add(1, "content.fault.no-topics");
        }
        return List.copyOf(all);
    }

    private static void take(Node item, List<ContentTopic> all, Faults faults) {
        int line = item.getStartMark().getLine() + 1;
        Map<String, String> values = new HashMap<>();
        if (item instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && entry.getValueNode() instanceof ScalarNode value) {
                    values.put(key.getValue(), value.getValue());
                }
            }
        }
        ContentTopic topic = new ContentTopic(
                values.getOrDefault("code", ""), values.getOrDefault("zh", ""), values.getOrDefault("en", ""));
        if (!values.keySet().equals(FIELDS) || !Codes.isCode(topic.code()) || values.containsValue("")) {
            faults.add(line, "content.fault.topic");
        } else if (all.stream().anyMatch(other -> other.code().equals(topic.code()))) {
            faults.add(line, "content.fault.topic-twice", topic.code());
        } else {
            all.add(topic);
        }
    }
}
