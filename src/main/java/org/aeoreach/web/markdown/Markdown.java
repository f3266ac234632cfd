package org.aeoreach.web.markdown;

import java.util.List;
import java.util.function.UnaryOperator;
import org.aeoreach.platform.Problem;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark 0.31 without HTML and without images: of an image its description stays. A line break is a line break, as
 * people who write Chinese expect: elsewhere it would become a space between two characters.
 */
public final class Markdown {

    /** Largest text in characters. */
    public static final int LONGEST = 20_000;

    private static final int DEEPEST = 30;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PUBLISHED_PARSER = Parser.builder()
            .extensions(TABLES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    // Lines of published texts are wrapped in their files, so there a line break is a space.
    private static final HtmlRenderer PUBLISHED_RENDERER =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();

    private Markdown() {}

    /**
     * @param highest level that the highest possible heading gets, 2 to 6: one below that of the section around it
     */
    public static SafeHtml html(String text, int highest) {
        Node document = PARSER.parse(text);
        document.accept(new Fit(highest - 1));
        return SafeHtml.of(RENDERER.render(document));
    }

    /**
     * A text that customs publishes: with tables, and with links to other pages of this site.
     *
     * @param highest as above
     * @param address makes what a link says into an address; one within this site begins with {@code /portal/}
     */
    public static SafeHtml published(String text, int highest, UnaryOperator<String> address) {
        Node document = PUBLISHED_PARSER.parse(text);
        document.accept(new Fit(highest - 1));
        document.accept(new Addressed(address));
        return SafeHtml.published(PUBLISHED_RENDERER.render(document));
    }

    /**
     * The text as it is kept: with plain line ends.
     *
     * @throws Problem 400 at the field when it is longer than {@link #LONGEST} or holds a NUL
     */
    public static String parse(String field, String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "component.invalid.text", LONGEST);
        }
        return text;
    }

    /** Headings step down to where they stand in the page; images give way to their descriptions. */
    private static final class Fit extends AbstractVisitor {
        private static final int LOWEST = 6;
        private final int down;

        Fit(int down) {
            this.down = down;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST, heading.getLevel() + down));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getLastChild() != null) {
                image.insertAfter(image.getLastChild());
            }
            image.unlink();
        }
    }

    /** Links lead where the address says. */
    private static final class Addressed extends AbstractVisitor {
        private final UnaryOperator<String> address;

        Addressed(UnaryOperator<String> address) {
            this.address = address;
        }

        @Override
        public void visit(Link link) {
            link.setDestination(address.apply(link.getDestination()));
            visitChildren(link);
        }
    }
}
