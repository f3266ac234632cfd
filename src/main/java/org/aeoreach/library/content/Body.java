package org.aeoreach.library.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown of a text, cut into its sections.
 *
 * @param faults lines counted from 1 within the body
 * @param links to documents, as they stand in the text
 */
record Body(List<ContentSection> sections, List<BodyFault> faults, List<BodyLink> links) {

    private static final int DEEPEST = 30;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    static Body of(String markdown) {
        Node root = PARSER.parse(markdown);
        List<BodyFault> faults = new ArrayList<>();
        List<BodyLink> links = new ArrayList<>();
        root.accept(new Looked(faults, links));
        return new Body(sections(markdown.lines().toList(), root, faults), List.copyOf(faults), List.copyOf(links));
    }

    private static List<ContentSection> sections(List<String> lines, Node root, List<BodyFault> faults) {
        List<ContentSection> all = new ArrayList<>();
        Map<String, Integer> anchors = new HashMap<>();
        List<Node> blocks = new ArrayList<>();
        Heading heading = null;
        for (Node block = root.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading next) {
                all.add(section(lines, heading, blocks, line(next)).numbered(all.size()));
                blocks.clear();
                heading = next;
                check(next, anchors, faults);
            } else {
                blocks.add(block);
            }
        }
        all.add(section(lines, heading, blocks, lines.size()).numbered(all.size()));
        return List.copyOf(all);
    }

    /** @param end index of the first line behind it */
    private static ContentSection section(List<String> lines, @Nullable Heading heading, List<Node> blocks, int end) {
        int first =
                heading == null ? 0 : line(heading) + heading.getSourceSpans().size();
        String markdown =
                String.join("\n", lines.subList(Math.min(first, end), end)).strip();
        if (heading == null) {
            return new ContentSection("", "", 1, markdown, Plain.of(blocks));
        }
        Anchored typed = Anchored.of(Plain.of(heading));
        return new ContentSection(typed.anchor(), typed.heading(), heading.getLevel(), markdown, Plain.of(blocks));
    }

    private static void check(Heading heading, Map<String, Integer> anchors, List<BodyFault> faults) {
        Anchored typed = Anchored.of(Plain.of(heading));
        int line = line(heading) + 1;
        if (heading.getLevel() == 1) {
            faults.add(new BodyFault(line, "content.fault.first-level", typed.heading()));
        }
        if (typed.heading().isEmpty()) {
            faults.add(new BodyFault(line, "content.fault.no-heading"));
        }
        if (typed.anchor().isEmpty()) {
            faults.add(new BodyFault(line, "content.fault.no-anchor", typed.heading()));
        } else if (anchors.putIfAbsent(typed.anchor(), line) != null) {
            faults.add(new BodyFault(line, "content.fault.anchor-twice", typed.anchor()));
        }
    }

    private static int line(Node node) {
        return node.getSourceSpans().get(0).getLineIndex();
    }

    /** What stands in the text: links to documents, and HTML, which it must not hold. */
    private static final class Looked extends AbstractVisitor {
        private final List<BodyFault> faults;
        private final List<BodyLink> links;

        Looked(List<BodyFault> faults, List<BodyLink> links) {
            this.faults = faults;
            this.links = links;
        }

        @Override
        public void visit(HtmlBlock html) {
            faults.add(new BodyFault(line(html) + 1, "content.fault.html"));
        }

        @Override
        public void visit(HtmlInline html) {
            faults.add(new BodyFault(line(html) + 1, "content.fault.html"));
        }

        @Override
        public void visit(Link link) {
            String address = link.getDestination();
            if (address.startsWith(BodyLink.SCHEME)) {
                links.add(BodyLink.of(line(link) + 1, address));
            } else if (!address.matches("(?i)(https?://[^/]|mailto:[^/]).*")) {
                faults.add(new BodyFault(line(link) + 1, "content.fault.address", address));
            }
            visitChildren(link);
        }
    }
}
