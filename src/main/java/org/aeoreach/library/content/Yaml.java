package org.aeoreach.library.content;

import java.io.StringReader;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as a tree of texts. Nothing is made of it: no objects, and no numbers either, so that {@code 0000} stays what it
 * is.
 */
final class Yaml {
    private static final int MOST_CHARACTERS = 100_000;
    private static final int DEEPEST = 5;
    private static final Set<Tag> PLAIN = Set.of(
            Tag.STR,
            Tag.INT,
            Tag.FLOAT,
            Tag.BOOL,
            Tag.NULL,
            Tag.TIMESTAMP,
            Tag.SEQ,
            Tag.MAP,
            new Tag(Tag.PREFIX + "value"));

    private Yaml() {}

    /**
     * @param before how many lines stand in the file before the text
     * @return null when it cannot be read, which is told as a fault, or when it is empty
     */
    static @Nullable Node compose(String text, int before, Faults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            return new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            faults.add(before + line, "content.fault.yaml", Objects.requireNonNullElse(wrong.getProblem(), "?"));
        } catch (YAMLException wrong) {
            faults.add(before + 1, "content.fault.yaml", Objects.requireNonNullElse(wrong.getMessage(), "?"));
        }
        return null;
    }

    /** Whether neither it nor what it lists has a type written before it. */
    static boolean plain(Node node) {
        return PLAIN.contains(node.getTag())
                && (!(node instanceof SequenceNode sequence)
                        || sequence.getValue().stream().allMatch(Yaml::plain));
    }
}
